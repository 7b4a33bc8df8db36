//! Somebody has copied the server's database and has a list of names. Whatever can be worked out
//! without the space's key, they work out.

use std::collections::BTreeSet;
use std::fs;

use domain::choice::{Owner, Topic};
use domain::fold::fold;
use domain::kinds::AttendanceStatus::{Came, SignedUp};
use domain::{Id, KINDS, calls};
use rusqlite::Connection;
use tests::{Device, World};

use crate::importing::{file, import, import_site};

/// Ids of people in another system, as it exports them.
const THEIRS: [&str; 3] = [
    "00000000-0000-0000-0000-010190000830",
    "00000000-0000-0000-0000-020290000830",
    "0190f3a0-0000-7000-8000-000000000001",
];

/// The server's files, as somebody else holds them.
struct Copy {
    bytes: Vec<Vec<u8>>,
    /// The spaces and records that stand there, as they stand there.
    spaces: Vec<Id>,
    records: Vec<Id>,
}

impl Copy {
    /// Takes the server's disk.
    async fn of(mut world: World) -> Self {
        world.cut_the_network().await;
        let folder = fs::read_dir(world.server_folder()).unwrap();
        let paths: Vec<_> = folder.map(|it| it.unwrap().path()).collect();
        let database = Connection::open(world.server_folder().join("server.db")).unwrap();
        let ids = |sql: &str| -> Vec<Id> {
            let mut statement = database.prepare(sql).unwrap();
            let ids = statement.query_map((), |row| row.get(0)).unwrap();
            ids.map(|it| Id::from_bytes(it.unwrap())).collect()
        };
        Self {
            bytes: paths.iter().map(|it| fs::read(it).unwrap()).collect(),
            spaces: ids("SELECT id FROM space"),
            records: ids("SELECT record FROM change"),
        }
    }

    /// Those of some ids that stand anywhere in the files, as bytes or in words.
    fn told(&self, ids: &BTreeSet<Id>) -> Vec<Id> {
        let windows = |length| self.bytes.iter().flat_map(move |it| it.windows(length));
        let raw = windows(16).filter_map(|it| Id::from_slice(it).ok());
        let dashed = windows(36).filter(|it| it[8] == b'-' && it[13] == b'-');
        let in_words = dashed.filter_map(|it| Id::try_parse_ascii(it).ok());
        raw.chain(in_words).filter(|it| ids.contains(it)).collect()
    }

    /// Ids that one can make of those parts with what stands in the copy.
    fn guesses(&self, parts: &[&str]) -> Vec<Id> {
        let purposes = KINDS.iter().map(|it| it.name).chain(["", "import"]);
        let mut guesses = Vec::new();
        for purpose in purposes {
            for space in &self.spaces {
                guesses.extend(Self::made_of(purpose, *space, parts));
            }
        }
        guesses
    }

    /// By the scheme there was, whose hash had no key, and by today's under every key that is known.
    fn made_of(purpose: &str, space: Id, parts: &[&str]) -> Vec<Id> {
        let joined = [&[purpose, &space.to_string()], parts].concat().join("\u{1f}");
        let encoded = wire::encode(&(purpose, parts));
        let mut known = [[0; 32]; 2];
        known[1][..16].copy_from_slice(space.as_bytes());
        let label = "bomiljo 2026-11 derived ids";
        let derived = known.map(|it| blake3::derive_key(label, &it));
        let keyed = known.iter().chain(&derived).map(|it| blake3::keyed_hash(it, &encoded));
        let plain = [joined.as_bytes(), &encoded].map(blake3::hash);
        let short = |hash: blake3::Hash| hash.as_bytes()[..16].try_into().unwrap();
        keyed.chain(plain).map(|it| Id::new_v8(short(it))).collect()
    }
}

/// What stands in a column of the demonstration's files.
fn column(name: &str, heading: &str) -> Vec<String> {
    let text = String::from_utf8(file(name)).unwrap();
    let mut lines = text.lines().map(|it| it.split([';', ',']).collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let at = head.iter().position(|it| it.trim_matches(['\u{feff}', '"']) == heading);
    let at = at.unwrap_or_else(|| panic!("{heading} is not in {head:?}"));
    lines.filter_map(|it| Some(it.get(at)?.trim_matches('"').to_owned())).collect()
}

async fn ids(device: &Device, kind: &str) -> Vec<Id> {
    let page = device.run(calls::Export { kind: kind.into() }).await.unwrap();
    page.entries.iter().map(|it| it.id).collect()
}

/// Residents sign up for activities and come, each by their place in the list of their kind.
async fn attend(device: &Device, pairs: &[(usize, usize)]) {
    let (residents, activities) = (ids(device, "resident").await, ids(device, "activity").await);
    for (activity, resident) in pairs {
        let (activity, resident) = (activities[*activity], residents[*resident]);
        for status in [SignedUp, Came] {
            let status = Some(status);
            device.run(calls::Attend { activity, resident, status }).await.unwrap();
        }
    }
}

/// A site with everything of which ids are made, on two devices; all of it is on the server.
async fn a_site(world: &World) -> [Device; 2] {
    let (aisha, bjorn) = world.two_devices().await;
    import_site(&aisha).await;
    let rows = THEIRS.iter().zip(["Selam Tesfay", "Amir Rahimi", "Rahel Haile"]);
    let rows: Vec<_> = rows.map(|(id, name)| format!("{id};{name}")).collect();
    import(&aisha, "resident", format!("id;Navn\n{}\n", rows.join("\n"))).await;
    attend(&aisha, &[(0, 0), (0, 1), (1, 0)]).await;
    let owned = calls::OwnTopic {
        topic: Topic::Health.name().into(),
        owner: Owner::Us,
        partner: None,
        no_partner: true,
    };
    aisha.run(owned).await.unwrap();
    for device in [&aisha, &bjorn] {
        device.syncs().await;
    }
    [aisha, bjorn]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_server_says_of_no_name_door_activity_or_topic_whether_it_is_there() {
    let world = World::new().await;
    drop(a_site(&world).await);
    let copy = Copy::of(world).await;
    assert!(copy.records.len() > 300, "what was imported is on the server");
    let lists = [
        ("resident", column("resident.csv", "name")),
        ("unit", column("unit.csv", "label")),
        ("partner", column("partner.csv", "name")),
        ("activity", column("activities.csv", "tekst")),
        ("site-topic", ["health", "nav", "economy"].map(str::to_owned).to_vec()),
    ];
    for (kind, words) in &lists {
        assert!(words.len() >= 3, "{kind}");
        for word in words {
            let folded = fold(word);
            let known = [&[kind, &*folded][..], &[kind, word], &[&folded], &[word]];
            let guesses = known.iter().flat_map(|it| copy.guesses(it));
            let told: Vec<_> = guesses.filter(|it| copy.records.contains(it)).collect();
            assert_eq!(told, Vec::<Id>::new(), "{kind}: {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_on_the_server_in_clear_tells_nobody_from_anybody() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    import(&aisha, "resident", "Navn\nSelam Tesfay\nAmir Rahimi\nRahel Haile\n").await;
    import(&aisha, "activity", "title;status;day\nKafé;planned;2024-03-14\n").await;
    attend(&aisha, &[(0, 0), (0, 1)]).await;
    aisha.syncs().await;
    drop(aisha);
    let copy = Copy::of(world).await;
    let there: Vec<String> = copy.records.iter().map(ToString::to_string).collect();
    assert_eq!(there.iter().collect::<BTreeSet<_>>().len(), 7, "with Aisha");
    for first in &there {
        for second in &there {
            let guesses = copy.guesses(&[first, second]);
            assert!(guesses.iter().all(|it| !copy.records.contains(it)), "{first} {second}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_id_that_a_device_or_a_file_knows_a_record_by_stands_on_the_server() {
    let world = World::new().await;
    let [aisha, bjorn] = a_site(&world).await;
    let mut known: BTreeSet<Id> = THEIRS.iter().map(|it| it.parse().unwrap()).collect();
    for kind in KINDS {
        known.extend(ids(&aisha, kind.name).await);
    }
    assert!(known.len() > 300);
    drop((aisha, bjorn));
    assert_eq!(Copy::of(world).await.told(&known), Vec::<Id>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_that_import_one_list_apart_make_one_of_each_whatever_names_its_rows() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    world.cut_the_network().await;
    let named = "Navn\nSelam Tesfay\nAmir Rahimi\n".to_owned();
    let numbered = format!("id;Navn\n{};Rahel Haile\n{};Sara Ali\n", THEIRS[0], THEIRS[1]);
    for device in [&aisha, &bjorn] {
        for list in [&named, &numbered] {
            import(device, "resident", list).await;
        }
        import(device, "activity", "title;status;day\nKafé;planned;2024-03-14\n").await;
        attend(device, &[(0, 0)]).await;
    }
    world.mend_the_network().await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    for device in [&aisha, &bjorn] {
        for (kind, count) in [("resident", 4), ("activity", 1), ("attendance", 1)] {
            assert_eq!(ids(device, kind).await.len(), count, "{kind}");
        }
        for list in [&named, &numbered] {
            let again = import(device, "resident", list).await;
            assert_eq!(again.count(domain::sheet::Fate::Known), 2);
        }
    }
    drop((aisha, bjorn));
    // The server does see which changes are one record's.
    let copy = Copy::of(world).await;
    let there: BTreeSet<_> = copy.records.iter().collect();
    assert_eq!((there.len(), copy.records.len()), (8, 16), "with Aisha and Bjørn");
}
