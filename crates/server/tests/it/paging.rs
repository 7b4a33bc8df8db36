//! Pages: whole groups, bounded, and nothing lost at their borders.

use wire::{CHANGE_LIMIT, PAGE_BYTES, PAGE_LIMIT, Page, Pull, Refusal};

use crate::it::device::Device;
use crate::it::world::{World, joined};

async fn world_with(sizes: &[usize]) -> (World, Device) {
    let (world, aisha, _) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(sizes))).await.unwrap();
    (world, aisha)
}

fn lengths(pages: &[Page]) -> Vec<usize> {
    pages.iter().map(|page| page.changes.len()).collect()
}

#[tokio::test]
async fn a_page_never_splits_a_group() {
    let (world, aisha) = world_with(&[2, 2, 5, 1, 3]).await;
    assert_eq!(lengths(&world.pull_all(&aisha, 3).await), [2, 2, 5, 1, 3]);
    assert_eq!(lengths(&world.pull_all(&aisha, 4).await), [4, 5, 4]);
    assert_eq!(lengths(&world.pull_all(&aisha, 0).await), [2, 2, 5, 1, 3]);
    assert_eq!(lengths(&world.pull_all(&aisha, u32::MAX).await), [13]);
}

#[tokio::test]
async fn nothing_is_lost_at_the_borders_of_pages() {
    let page = 7;
    for count in [0, 1, page - 1, page, page + 1, 3 * page] {
        let (world, aisha) = world_with(&vec![1; count]).await;
        let pages = world.pull_all(&aisha, u32::try_from(page).unwrap()).await;
        assert_eq!(pages.len(), count.div_ceil(page).max(1));
        let seqs: Vec<_> = joined(pages).iter().map(|change| change.header.seq).collect();
        assert_eq!(seqs, (1..=count as u64).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_full_push_comes_back_as_full_pages() {
    let (world, aisha) = world_with(&[1; PAGE_LIMIT]).await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[PAGE_LIMIT]))).await.unwrap();
    world.call(&aisha, &aisha.push(&[aisha.write("one more")])).await.unwrap();
    assert_eq!(lengths(&world.pull_all(&aisha, u32::MAX).await), [PAGE_LIMIT, PAGE_LIMIT, 1]);
}

#[tokio::test]
async fn a_page_ends_at_its_bytes_and_the_largest_change_gets_through() {
    let (world, aisha, _) = World::with_two_members().await;
    let half = "a".repeat(PAGE_BYTES / 2);
    // A seal is a nonce of 24 bytes and a tag of 16.
    let largest = "a".repeat(CHANGE_LIMIT - 40);
    let changes = [&half, &half, &largest, &half].map(|text| aisha.write(text));
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    let pages = world.pull_all(&aisha, u32::MAX).await;
    assert_eq!(lengths(&pages), [1, 1, 1, 1]);
    assert_eq!(joined(pages), changes);
    let too_large = aisha.write(&"a".repeat(CHANGE_LIMIT - 39));
    assert_eq!(world.call(&aisha, &aisha.push(&[too_large])).await, Err(Refusal::TooLarge));
}

#[tokio::test]
async fn a_push_of_more_than_a_page_is_too_large() {
    let (world, aisha, _) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1; PAGE_LIMIT + 1]);
    assert_eq!(world.call(&aisha, &aisha.push(&changes)).await, Err(Refusal::TooLarge));
}

#[tokio::test]
async fn the_group_that_fills_a_push_may_go_beyond_a_page() {
    let (world, aisha, _) = World::with_two_members().await;
    let sizes = [vec![1; PAGE_LIMIT - 1], vec![5]].concat();
    let pushed = world.call(&aisha, &aisha.push(&aisha.write_groups(&sizes))).await.unwrap();
    assert_eq!(pushed.head, PAGE_LIMIT as u64 + 4);
    assert_eq!(lengths(&world.pull_all(&aisha, u32::MAX).await), [PAGE_LIMIT - 1, 5]);
}

#[tokio::test]
async fn a_broken_group_is_refused() {
    let (world, aisha, _) = World::with_two_members().await;
    let changes = aisha.write_groups(&[2, 2]);
    for broken in [
        &changes[..1],
        &changes[..3],
        &[changes[1].clone()],
        &[changes[0].clone(), changes[2].clone()],
    ] {
        assert_eq!(world.call(&aisha, &aisha.push(broken)).await, Err(Refusal::Malformed));
    }
    let mut impossible = changes[..1].to_vec();
    for (seq, count) in [(1, 0), (1, u32::MAX), (0, 1), (u64::MAX, 1)] {
        (impossible[0].header.seq, impossible[0].header.group_count) = (seq, count);
        assert_eq!(world.call(&aisha, &aisha.push(&impossible)).await, Err(Refusal::Malformed));
    }
}

#[tokio::test]
async fn a_reader_within_a_group_gets_the_rest_of_it() {
    let (world, aisha) = world_with(&[3, 2]).await;
    let page = world.call(&aisha, &Pull { limit: 2, ..aisha.pull(1) }).await.unwrap();
    assert_eq!((page.changes.len(), page.next), (2, 3));
}
