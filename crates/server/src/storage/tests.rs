use wire::DeviceKey;

use super::*;

fn change(seq: u64, mark: u8) -> SealedChange {
    let header = Header {
        space: Uuid::nil(),
        device: Uuid::nil(),
        seq,
        record: Uuid::nil(),
        group: Uuid::nil(),
        group_count: 1,
        clock: 0,
        size: 0,
        hash: [mark; 32],
    };
    SealedChange {
        header,
        payload: Vec::new(),
        signature: DeviceKey::from_bytes(&[1; 32]).sign(b""),
    }
}

fn batch(seqs: impl IntoIterator<Item = u64>) -> Batch {
    let changes = seqs.into_iter().map(|seq| change(seq, 0)).collect();
    Batch { space: Uuid::nil(), device: Uuid::nil(), changes }
}

fn headers(seqs: impl IntoIterator<Item = u64>) -> Vec<Header> {
    batch(seqs).changes.into_iter().map(|change| change.header).collect()
}

fn seqs(fresh: &[SealedChange]) -> Vec<u64> {
    fresh.iter().map(|change| change.header.seq).collect()
}

#[test]
fn only_what_is_not_stored_is_new() {
    assert_eq!(batch([]).fresh(&[], 7).map(seqs), Ok(vec![]));
    assert_eq!(batch(1..4).fresh(&[], 0).map(seqs), Ok(vec![1, 2, 3]));
    assert_eq!(batch(3..6).fresh(&headers(3..5), 4).map(seqs), Ok(vec![5]));
    assert_eq!(batch(1..3).fresh(&headers(1..3), 9).map(seqs), Ok(vec![]));
}

#[test]
fn a_gap_names_the_next_one_expected() {
    assert_eq!(batch(3..5).fresh(&[], 1), Err(Refusal::Gap { expected: 2 }));
}

#[test]
fn a_clone_is_named_by_the_first_number_told_twice() {
    let stored = [change(2, 0).header, change(3, 9).header];
    assert_eq!(batch(2..6).fresh(&stored, 3), Err(Refusal::Cloned { seq: 3 }));
}

#[test]
fn a_stored_change_told_anew_in_another_group_is_a_clone() {
    let mut stored = headers(1..2);
    stored[0].group_count = 2;
    assert_eq!(batch(1..3).fresh(&stored, 1), Err(Refusal::Cloned { seq: 1 }));
}
