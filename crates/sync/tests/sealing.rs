//! What the server can't read, alter, move or forge.
#![allow(clippy::cast_possible_truncation, reason = "the numbers only have to differ")]

use domain::{Change, ChangeRef, Clock, Edit, Id, Payload};
use rand_core::{Rng, TryRng};
use serde_json::json;
use sync::seal::{Unreadable, open, open_text, seal, seal_text};
use sync::snapshot::{Place, open_part, seal_part};
use wire::admission::is_admitted;
use wire::request::Proof;
use wire::snapshot::{is_signed, sign};
use wire::{Altered, DeviceKey, Manifest, PartName, SealedChange, SpaceKey, decode, encode, roll};

/// Numbers that count up. The tests need them different, not secret.
struct Counting(u64);

impl TryRng for Counting {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.try_next_u64().map(|it| (it >> 16) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill_with(|| (self.next_u64() >> 32) as u8);
        Ok(())
    }
}

fn change() -> Change {
    Change {
        space: Id::from_u128(1),
        by: ChangeRef { device: Id::from_u128(2), seq: 3 },
        record: Id::from_u128(4),
        group: Id::from_u128(5),
        group_count: 1,
        clock: Clock::at(6),
        payload: Payload {
            kind: "visit".into(),
            edits: vec![Edit::new("note", &json!("Radiatoren er kald"), vec![])],
        },
    }
}

fn sealed() -> (SealedChange, SpaceKey, DeviceKey) {
    let mut rng = Counting(7);
    let (space, device) = (SpaceKey::random(&mut rng), DeviceKey::random(&mut rng));
    (seal(&change(), &space, &device, &mut rng), space, device)
}

#[test]
fn a_change_sealed_and_opened_is_the_same() {
    let (sealed, space, device) = sealed();
    let travelled: SealedChange = decode(&encode(&sealed)).unwrap();
    assert_eq!(open(&travelled, &space, &device.public()), Ok(change()));
}

#[test]
fn the_server_sees_neither_kind_nor_field_nor_text() {
    let bytes = encode(&sealed().0);
    for text in ["visit", "note", "Radiatoren"] {
        assert!(!bytes.windows(text.len()).any(|it| it == text.as_bytes()), "{text}");
    }
}

#[test]
fn a_record_is_the_same_to_the_server_every_time_and_its_id_tells_nothing() {
    let (first, space, device) = sealed();
    let again = seal(&change(), &space, &device, &mut Counting(9));
    assert_eq!(again.header.record, first.header.record);
    let next = Change { record: Id::from_u128(5), ..change() };
    let next = seal(&next, &space, &device, &mut Counting(10));
    let alike = next.header.record.as_u128() ^ first.header.record.as_u128();
    assert!((32..96).contains(&alike.count_ones()), "{} bits differ", alike.count_ones());
    assert!(!encode(&first).windows(16).any(|it| it == change().record.as_bytes()));
    let elsewhere = seal(&change(), &SpaceKey::random(&mut Counting(9)), &device, &mut Counting(7));
    assert_ne!(elsewhere.header.record, first.header.record);
}

#[test]
fn one_bit_altered_anywhere_is_noticed() {
    let (sealed, space, device) = sealed();
    let bytes = encode(&sealed);
    for at in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let opened = decode(&altered).map(|it: SealedChange| open(&it, &space, &device.public()));
        assert!(!matches!(opened, Some(Ok(_))), "byte {at}");
    }
}

#[test]
fn a_payload_moved_to_another_record_does_not_open_even_if_a_member_signs_it() {
    let (mut sealed, space, device) = sealed();
    sealed.header.record = Id::from_u128(99);
    sealed.signature = device.sign(&encode(&sealed.header));
    assert_eq!(open(&sealed, &space, &device.public()), Err(Unreadable::Seal));
}

#[test]
fn another_devices_signature_and_another_spaces_key_open_nothing() {
    let (sealed, space, device) = sealed();
    let other = DeviceKey::random(&mut Counting(8));
    assert_eq!(
        open(&sealed, &space, &other.public()),
        Err(Unreadable::Altered(Altered::Signature))
    );
    let elsewhere = SpaceKey::random(&mut Counting(9));
    assert_eq!(open(&sealed, &elsewhere, &device.public()), Err(Unreadable::Seal));
}

#[test]
fn only_who_holds_the_spaces_key_can_admit_a_device() {
    let mut rng = Counting(7);
    let (space, device) = (SpaceKey::random(&mut rng), DeviceKey::random(&mut rng));
    let (here, id) = (Id::from_u128(1), Id::from_u128(2));
    let member = space.admit(here, id, device.public(), vec![1, 2, 3]);
    assert!(is_admitted(&space.admission(), here, &member));
    assert!(!is_admitted(&space.admission(), Id::from_u128(9), &member));
    let forged = SpaceKey::random(&mut rng).admit(here, id, device.public(), vec![1, 2, 3]);
    assert!(!is_admitted(&space.admission(), here, &forged));
}

#[test]
fn a_proof_holds_for_its_own_request_alone() {
    let key = DeviceKey::random(&mut Counting(7));
    let proof = Proof::new(&key, Id::from_u128(2), "/v1/push", b"body", 1_000, [7; 16]);
    let read = Proof::from_header(&proof.to_header()).unwrap();
    assert!(read.holds(&key.public(), "/v1/push", b"body"));
    assert!(!read.holds(&key.public(), "/v1/pull", b"body"));
    assert!(!read.holds(&key.public(), "/v1/push", b"bodY"));
    assert!(!Proof { time: 1_001, ..read }.holds(&key.public(), "/v1/push", b"body"));
    assert_eq!(Proof::from_header("zz"), None);
}

#[test]
fn a_name_is_read_by_members_and_for_its_purpose_only() {
    let mut rng = Counting(7);
    let space = SpaceKey::random(&mut rng);
    let sealed = seal_text("Bjørn", "member", &space, &mut rng);
    assert_eq!(open_text(&sealed, "member", &space).as_deref(), Ok("Bjørn"));
    assert_eq!(open_text(&sealed, "site", &space), Err(Unreadable::Seal));
    assert_eq!(open_text(&[], "member", &space), Err(Unreadable::Seal));
}

#[test]
fn the_digest_tells_order_and_content_apart() {
    let one = sealed().0.header;
    let two = wire::Header { seq: 4, ..one.clone() };
    let start = [0; 32];
    assert_ne!(roll(&roll(&start, &one), &two), roll(&roll(&start, &two), &one));
}

/// Changes of two devices in turn, some of them in groups.
fn changes() -> Vec<Change> {
    let one = |number: u64| Change {
        by: ChangeRef { device: Id::from_u128(u128::from(2 + number % 2)), seq: 1 + number / 2 },
        record: Id::from_u128(u128::from(100 + number / 3)),
        group: Id::from_u128(u128::from(number / 4)),
        group_count: 4,
        clock: Clock(1_000_000 - number * 7),
        ..change()
    };
    (0..40).map(one).collect()
}

const PLACE: Place = Place { space: Id::from_u128(1), at: 40, part: 0 };

#[test]
fn a_part_of_a_snapshot_opens_as_the_changes_that_were_sealed_and_nowhere_else() {
    let mut rng = Counting(7);
    let key = SpaceKey::random(&mut rng);
    let part = seal_part(&changes(), PLACE, &key, &mut rng);
    assert_eq!(open_part(&part, PLACE, &key), Ok(changes()));
    for elsewhere in [Place { part: 1, ..PLACE }, Place { at: 41, ..PLACE }] {
        assert_eq!(open_part(&part, elsewhere, &key), Err(Unreadable::Seal));
    }
    assert_eq!(open_part(&part, PLACE, &SpaceKey::random(&mut rng)), Err(Unreadable::Seal));
}

#[test]
fn a_part_that_was_cut_off_or_altered_does_not_open() {
    let mut rng = Counting(7);
    let key = SpaceKey::random(&mut rng);
    let part = seal_part(&changes(), PLACE, &key, &mut rng);
    for length in 0..part.len() {
        assert_eq!(open_part(&part[..length], PLACE, &key), Err(Unreadable::Seal));
    }
}

#[test]
fn a_manifest_vouches_for_its_parts_only_as_its_maker_signed_it() {
    let mut rng = Counting(7);
    let (maker, other) = (DeviceKey::random(&mut rng), DeviceKey::random(&mut rng));
    let parts = vec![PartName { hash: [5; 32], changes: 40 }];
    let device = Id::from_u128(2);
    let manifest = Manifest { space: Id::from_u128(1), at: 40, digest: [3; 32], device, parts };
    let mut snapshot = sign(manifest, &maker);
    assert!(is_signed(&snapshot, &maker.public()));
    assert!(!is_signed(&snapshot, &other.public()));
    snapshot.manifest.at = 41;
    assert!(!is_signed(&snapshot, &maker.public()));
}
