//! The parts of a snapshot: changes in columns, so that similar values are adjacent and deflate
//! well, sealed for the space and their place in the snapshot.
//!
//! The signatures of single changes are left out, because they are half of a change's size. A
//! device that takes a snapshot trusts the member that signed its manifest. It checks that the
//! snapshot ends at the digest from which the server continues.

use std::collections::BTreeMap;

use domain::{Change, ChangeRef, Clock, Edit, Payload};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rand_core::Rng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::{SpaceKey, decode, encode};

use crate::seal::{Unreadable, decrypt, encrypt};

/// A part ends after so many bytes of changes. It may split a group: nothing counts as fetched
/// before all parts are.
pub const PART_BYTES: usize = 1 << 20;
/// Most bytes of an opened part. A full one with the largest change added is far smaller.
const OPENED_LIMIT: usize = 8 << 20;
/// Most bytes of the names of kinds and fields in an opened part, counted once for each change that
/// uses them.
const NAMES_LIMIT: usize = 2 * OPENED_LIMIT;
/// The deflate level. Higher ones take longer than they save.
const LEVEL: u8 = 6;

/// The address of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The space.
    pub space: Uuid,
    /// The snapshot's position.
    pub at: u64,
    /// Which part.
    pub part: u32,
}

/// Changes of one space in columns, one for each property.
#[derive(Default, Serialize, Deserialize)]
struct Columns {
    devices: Vec<Uuid>,
    /// The index of the device, and the change's number minus the previous one.
    by: Vec<(u32, i64)>,
    records: Vec<Uuid>,
    groups: Vec<(Uuid, u32)>,
    /// Each minus the previous one.
    clocks: Vec<i64>,
    /// The combinations of kind and fields that occur.
    shapes: Vec<Shape>,
    /// The index of each change's shape.
    forms: Vec<u32>,
    /// The values, by field.
    values: BTreeMap<String, Vec<String>>,
    /// Their bases, in the same order.
    bases: BTreeMap<String, Vec<Vec<ChangeRef>>>,
}

/// A kind, and the fields that a change sets.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Shape {
    kind: String,
    fields: Vec<String>,
}

/// Seals a part.
pub fn seal_part(changes: &[Change], place: Place, key: &SpaceKey, rng: &mut impl Rng) -> Vec<u8> {
    let plain = encode(&Columns::of(changes));
    encrypt(key, &compress_to_vec(&plain, LEVEL), &bound(place), rng)
}

/// Opens a part.
pub fn open_part(bytes: &[u8], place: Place, key: &SpaceKey) -> Result<Vec<Change>, Unreadable> {
    let small = decrypt(key, bytes, &bound(place)).ok_or(Unreadable::Seal)?;
    let plain = decompress_to_vec_with_limit(&small, OPENED_LIMIT).map_err(|_| Unreadable::Size)?;
    let columns: Columns = decode(&plain).ok_or(Unreadable::Format)?;
    columns.changes(place.space).ok_or(Unreadable::Format)
}

fn bound(place: Place) -> Vec<u8> {
    encode(&("bomiljo snapshot part", place))
}

impl Columns {
    fn of(changes: &[Change]) -> Self {
        let mut columns = Self::default();
        let (mut last, mut clock, mut shapes) = (Vec::<u64>::new(), 0, BTreeMap::new());
        for change in changes {
            let which = columns.device(change.by.device);
            last.resize(columns.devices.len(), 0);
            let before = last.get_mut(which).map(|it| std::mem::replace(it, change.by.seq));
            let ahead = change.by.seq.wrapping_sub(before.unwrap_or_default()).cast_signed();
            columns.by.push((u32::try_from(which).unwrap_or(u32::MAX), ahead));
            columns.records.push(change.record);
            columns.groups.push((change.group, change.group_count));
            columns.clocks.push(change.clock.0.wrapping_sub(clock).cast_signed());
            clock = change.clock.0;
            columns.write(&change.payload, &mut shapes);
        }
        columns
    }

    fn write(&mut self, payload: &Payload, shapes: &mut BTreeMap<Shape, u32>) {
        let fields = payload.edits.iter().map(|it| it.field.clone()).collect();
        let shape = Shape { kind: payload.kind.clone(), fields };
        let which = *shapes.entry(shape).or_insert_with_key(|it| {
            self.shapes.push(it.clone());
            u32::try_from(self.shapes.len() - 1).unwrap_or(u32::MAX)
        });
        self.forms.push(which);
        for edit in &payload.edits {
            self.values.entry(edit.field.clone()).or_default().push(edit.value.clone());
            self.bases.entry(edit.field.clone()).or_default().push(edit.base.clone());
        }
    }

    fn device(&mut self, device: Uuid) -> usize {
        let known = self.devices.iter().position(|it| *it == device);
        known.unwrap_or_else(|| {
            self.devices.push(device);
            self.devices.len() - 1
        })
    }

    /// Whether the columns fit together, and their names stay within the limit once each change has
    /// its own. A few bytes could otherwise claim ten million changes of a kind whose name is a
    /// mebibyte, and these must not be built.
    fn fit(&self) -> bool {
        let count = self.forms.len();
        let lengths = [self.by.len(), self.records.len(), self.groups.len(), self.clocks.len()];
        let Some(uses) = self.uses().filter(|_| lengths == [count; 4]) else { return false };
        let (mut names, mut expected) = (0_usize, BTreeMap::<&str, usize>::new());
        for (shape, uses) in self.shapes.iter().zip(uses) {
            names = names.saturating_add(shape.size().saturating_mul(uses));
            for field in &shape.fields {
                *expected.entry(field.as_str()).or_default() += uses;
            }
        }
        names <= NAMES_LIMIT && holds(&self.values, &expected) && holds(&self.bases, &expected)
    }

    /// How many changes use each shape. None if a change uses a shape that isn't there.
    fn uses(&self) -> Option<Vec<usize>> {
        let mut uses = vec![0_usize; self.shapes.len()];
        for form in &self.forms {
            *uses.get_mut(*form as usize)? += 1;
        }
        Some(uses)
    }

    /// The changes, if the columns fit together.
    fn changes(self, space: Uuid) -> Option<Vec<Change>> {
        if !self.fit() {
            return None;
        }
        let payloads = payloads(&self.shapes, &self.forms, self.values, self.bases)?;
        let (mut last, mut clock) = (vec![0_u64; self.devices.len()], 0_u64);
        let rest = self.records.into_iter().zip(self.groups).zip(self.clocks).zip(payloads);
        self.by
            .into_iter()
            .zip(rest)
            .map(|((which, ahead), (((record, (group, group_count)), later), payload))| {
                let which = which as usize;
                let seq = last.get_mut(which)?;
                *seq = seq.wrapping_add_signed(ahead);
                clock = clock.wrapping_add_signed(later);
                let by = ChangeRef { device: *self.devices.get(which)?, seq: *seq };
                let clock = Clock(clock);
                Some(Change { space, by, record, group, group_count, clock, payload })
            })
            .collect()
    }
}

impl Shape {
    /// How many bytes its names take in each change.
    fn size(&self) -> usize {
        self.fields.iter().map(String::len).fold(self.kind.len(), usize::saturating_add)
    }
}

type Column<T> = BTreeMap<String, Vec<T>>;

/// Whether a column has the expected number of values for each field.
fn holds<T>(column: &Column<T>, expected: &BTreeMap<&str, usize>) -> bool {
    let held = column.iter().map(|(field, values)| (field.as_str(), values.len()));
    held.filter(|it| it.1 > 0).eq(expected.iter().map(|it| (*it.0, *it.1)).filter(|it| it.1 > 0))
}

fn payloads(
    shapes: &[Shape],
    forms: &[u32],
    values: Column<String>,
    bases: Column<Vec<ChangeRef>>,
) -> Option<Vec<Payload>> {
    let mut values: BTreeMap<_, _> =
        values.into_iter().map(|(field, it)| (field, it.into_iter())).collect();
    let mut bases: BTreeMap<_, _> =
        bases.into_iter().map(|(field, it)| (field, it.into_iter())).collect();
    let mut edit = |field: &String| {
        let (value, base) = (values.get_mut(field)?.next()?, bases.get_mut(field)?.next()?);
        Some(Edit { field: field.clone(), value, base })
    };
    let mut payload = |which: &u32| {
        let shape = shapes.get(*which as usize)?;
        let edits = shape.fields.iter().map(&mut edit).collect::<Option<_>>()?;
        Some(Payload { kind: shape.kind.clone(), edits })
    };
    forms.iter().map(&mut payload).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: Uuid = Uuid::from_u128(1);

    /// `count` changes of one kind that set one field.
    fn columns(count: usize, kind: String) -> Columns {
        let fields = vec!["note".to_owned()];
        let note = |values| BTreeMap::from([("note".to_owned(), values)]);
        Columns {
            devices: vec![SPACE],
            by: vec![(0, 1); count],
            records: vec![SPACE; count],
            groups: vec![(SPACE, 1); count],
            clocks: vec![1; count],
            shapes: vec![Shape { kind, fields }],
            forms: vec![0; count],
            values: note(vec!["1".to_owned(); count]),
            bases: BTreeMap::from([("note".to_owned(), vec![vec![]; count])]),
        }
    }

    #[test]
    fn a_part_that_says_a_million_times_that_a_change_is_of_a_kind_with_a_huge_name_is_not_built() {
        assert_eq!(columns(40, "visit".into()).changes(SPACE).map(|it| it.len()), Some(40));
        assert_eq!(columns(100_000, "k".repeat(1 << 20)).changes(SPACE), None);
    }

    #[test]
    fn a_part_whose_columns_are_not_of_one_length_is_not_built() {
        let read = |change: fn(&mut Columns)| {
            let mut columns = columns(3, "visit".into());
            change(&mut columns);
            columns.changes(SPACE)
        };
        let whole = read(|_| {});
        assert!(whole.is_some());
        let spoils: [fn(&mut Columns); 8] = [
            |it| it.forms.extend([0; 1_000]),
            |it| it.by.truncate(2),
            |it| it.records.clear(),
            |it| it.groups.truncate(1),
            |it| it.clocks.push(1),
            |it| it.values.clear(),
            |it| it.bases.values_mut().for_each(|it| it.truncate(2)),
            |it| it.forms[1] = 9,
        ];
        for (number, spoil) in spoils.into_iter().enumerate() {
            assert_eq!(read(spoil), None, "{number}");
        }
    }
}
