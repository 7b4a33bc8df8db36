//! The end of a page: whole groups until it is full. The sizes are read first, so that only
//! payloads that are sent are read.

use wire::{PAGE_BYTES, PAGE_LIMIT};

/// The position and size of a change before its payload is read.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// Its position.
    pub position: u64,
    /// The position of its group's last change.
    pub end: u64,
    /// Its payload's bytes.
    pub size: u32,
}

/// How many extents must be read: a page, and one more that doesn't fit.
pub const ENOUGH: u64 = PAGE_LIMIT as u64 + 1;
// A group that fills a page alone must be read to its end.
const _: () = assert!(wire::GROUP_LIMIT as usize <= PAGE_LIMIT);

/// The position of a page's last change, after `after`. A group that doesn't fit is left for the
/// next page, unless it is the first.
pub fn end<E>(
    after: u64,
    limit: u32,
    extents: impl IntoIterator<Item = Result<Extent, E>>,
) -> Result<u64, E> {
    let limit = u64::from(limit).min(PAGE_LIMIT as u64);
    let (mut end, mut bytes) = (after, 0);
    for extent in extents {
        let Extent { position, end: group_end, size } = extent?;
        bytes += size as usize;
        let over = bytes > PAGE_BYTES || position - after > limit;
        if over && end > after {
            break;
        }
        if position == group_end {
            end = position;
        }
        if end == position && (over || end - after >= limit) {
            break;
        }
    }
    Ok(end)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    const FULL: u32 = 1 << 20;

    fn ends(after: u64, limit: u32, groups: &[(u64, u32)]) -> u64 {
        let mut position = 0;
        let extents = groups.iter().flat_map(|(count, size)| {
            let end = position + count;
            let first = position + 1;
            position = end;
            (first..=end).map(move |position| Extent { position, end, size: *size })
        });
        let left = extents.filter(|it| it.position > after).map(Ok::<_, Infallible>);
        end(after, limit, left).unwrap_or_default()
    }

    #[test]
    fn a_page_ends_where_the_last_group_that_fits_ends() {
        assert_eq!(ends(0, 10, &[]), 0);
        assert_eq!(ends(7, 10, &[]), 7);
        assert_eq!(ends(0, 4, &[(2, 1), (2, 1), (1, 1)]), 4);
        assert_eq!(ends(0, 4, &[(2, 1), (3, 1)]), 2);
        assert_eq!(ends(2, 4, &[(2, 1), (3, 1), (2, 1)]), 5);
    }

    #[test]
    fn the_first_group_goes_whole_whatever_its_size() {
        assert_eq!(ends(0, 0, &[(5, 1), (1, 1)]), 5);
        assert_eq!(ends(0, 9, &[(2, FULL), (1, 1)]), 2);
        assert_eq!(ends(1, 1, &[(3, 1), (1, 1)]), 3);
    }

    #[test]
    fn bytes_end_a_page_as_well() {
        assert_eq!(FULL as usize, PAGE_BYTES);
        let half = FULL / 2;
        assert_eq!(ends(0, 9, &[(1, half), (1, half), (1, 1)]), 2);
        assert_eq!(ends(0, 9, &[(1, half), (1, half + 1)]), 1);
    }
}
