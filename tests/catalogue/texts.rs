//! What was written stays as it was written.

use domain::{Edit, Entry, Id, calls};
use serde_json::{Value, json};
use tests::{World, note};

use tests::member::{Member, seen};
use tests::site::{Site, meet, rand, records, versions, visit};

/// A newer version's value, with everything that reading and writing it again would change.
const UNKNOWN: &str =
    r#"{ "b": 1.0, "a": [1e2, "\u00e9\ud83d\ude00", 12345678901234567890.5],  "b": null }"#;

/// #29: keys of a newer version were stripped: v1 → v2 → v1, equal to the byte.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_newer_version_wrote_comes_back_to_it_byte_for_byte() {
    let Site { world, aisha, bjorn, her_way: _hers, his_way: _his } = Site::new().await;
    let mut dina = Member::joins(&aisha, &world.server()).await;
    let (id, other) = (Id::from_u128(rand()), Id::from_u128(rand()));
    let mut edits: Vec<Edit> = Vec::new();
    for (field, value) in visit("fra en nyere").as_object().unwrap() {
        edits.push(Edit::new(field, value, vec![]));
    }
    let newer = |field: &str| Edit { field: field.into(), value: UNKNOWN.into(), base: vec![] };
    edits.push(newer("mood"));
    edits.push(Edit::new("place", &json!("on-the-moon"), vec![]));
    dina.writes(id, "visit", edits).await;
    dina.writes(other, "mood-diary", vec![newer("mood")]).await;
    meet(&[&aisha, &bjorn]).await;

    // Older versions read it, save all that they read, delete, restore and undo.
    let entry = bjorn.reads(id).await;
    let mut fields = entry.fields.clone();
    fields.insert("minutes".into(), json!(5));
    bjorn.run(calls::Save { entry: Entry { fields, ..entry } }).await.unwrap();
    bjorn.deletes(id).await;
    meet(&[&aisha, &bjorn]).await;
    aisha.run(calls::Restore { id }).await.unwrap();
    let saved = aisha.changes(&aisha.reads(id).await, json!({ "minutes": 6 })).await;
    aisha.run(calls::Undo { group: saved.group.unwrap() }).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(bjorn.reads(id).await.fields["minutes"], json!(5));

    let changes = dina.reads_of(id).await;
    let of = |field: &str| -> Vec<&str> {
        let edits = changes.iter().flat_map(|it| &it.payload.edits);
        edits.filter(|it| it.field == field).map(|it| it.value.as_str()).collect()
    };
    assert_eq!((of("mood"), of("place")), (vec![UNKNOWN], vec![r#""on-the-moon""#]));
    let merged = domain::merge::merge(domain::kind("visit"), &changes);
    assert_eq!(seen(&merged.seen, "mood"), [changes[0].by]);
    assert_eq!(dina.reads_of(other).await[0].payload.edits[0].value, UNKNOWN);
    assert_eq!(dina.reads_of(other).await.len(), 1);
}

/// Beyond the basic plane, right to left, composed otherwise than it could be.
const TEXTS: [&str; 9] = [
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏿",
    "𝕫𐐷𠜎🂡",
    "مُحَمَّد ـ ٱلسَّلَامُ عَلَيْكُمْ",
    "ትግርኛ ሰላም ከመይ ኣለኻ",
    "cafe\u{301} A\u{30a}se, ø og å",
    "café Åse",
    "\u{202e}bakvendt\u{202c} \u{2028}\u{feff}\u{200d}",
    "Їжак і Ґудзик, اردو ۱۲۳",
    "\u{10ffff}\u{e000}\u{fffd}",
];

/// #30: text beyond the basic plane was corrupted: emoji, Arabic, Tigrinya, NFD.
#[tokio::test(flavor = "multi_thread")]
async fn every_script_stays_as_it_was_typed_on_every_way_it_can_take() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    for text in TEXTS {
        let resident = aisha.saves("resident", json!({ "name": text })).await.entry.id;
        let mut fields = visit(text);
        fields["residents"] = json!([resident]);
        let id = aisha.saves("visit", fields).await.entry.id;
        meet(&[&aisha, &bjorn]).await;
        let read = bjorn.run(calls::Get { id }).await.unwrap();
        assert_eq!((note(&read.entries[0]).as_str(), &read.names[&resident]), (text, &text.into()));
        let (one, two) = (format!("{text} 1"), format!("{text} 2"));
        aisha.changes(&aisha.reads(id).await, json!({ "note": one })).await;
        bjorn.changes(&bjorn.reads(id).await, json!({ "note": two })).await;
        meet(&[&aisha, &bjorn]).await;
        let bjorn_read = bjorn.reads(id).await;
        assert_eq!(versions(&bjorn_read), [one, two]);
        let history = bjorn.run(calls::History { id }).await.unwrap();
        assert!(history.iter().any(|it| it.fields.get("note") == Some(&Value::from(text))));
        let exported = bjorn.run(calls::Export { kind: "resident".into() }).await.unwrap();
        assert!(exported.entries.iter().any(|it| it.fields["name"] == text));
    }
    assert_eq!(records(&aisha).await.len(), TEXTS.len());
    // Both ways of writing it are found by either.
    for text in ["cafe\u{301}", "café", "cafe"] {
        assert_eq!(bjorn.searches(text).await.hits.len(), 4, "{text}");
    }
    for text in ["ትግርኛ", "محمد", "їжак"] {
        assert_eq!(bjorn.searches(text).await.hits.len(), 2, "{text}");
    }
}
