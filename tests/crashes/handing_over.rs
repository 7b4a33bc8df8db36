//! A device that is killed at each step of a handover: the step is done or it is not, and nothing is lost.

use domain::Id;
use serde_json::{Value, json};
use tests::World;

use crate::devices::{killed, usual};
use crate::dice::Dice;
use crate::programs::{Bomiljo, call};

/// How often each step is broken off.
const KILLS: usize = 6;

/// How far a handover has come: its status, its matters' statuses by title, residents told and summaries
/// signed.
type State = (String, Vec<(String, String)>, u64, u64);

struct Handover<'a> {
    device: &'a Bomiljo,
    id: Id,
    member: String,
    partner: Id,
}

impl Handover<'_> {
    fn asks(&self, name: &str, args: &Value) -> Value {
        self.device.must(&["call", &call(name, args)])
    }

    fn plan(&self) -> Value {
        self.asks("handover", &json!({ "id": self.id }))
    }

    fn state(&self) -> State {
        let plan = self.plan();
        let matters = plan["matters"].as_array().unwrap().iter();
        let matters = matters.filter(|it| it["kind"] == "follow-up");
        let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
        let mut matters: Vec<_> =
            matters.map(|it| (text(&it["title"]), text(&it["status"]))).collect();
        matters.sort();
        let of = |what: &str| {
            let all = plan["residents"].as_array().unwrap().iter();
            all.filter(|it| it[what] == true).count() as u64
        };
        (text(&plan["handover"]["fields"]["status"]), matters, of("told"), of("signed"))
    }

    fn matter(&self, title: &str) -> Value {
        let plan = self.plan();
        let all = plan["matters"].as_array().unwrap();
        all.iter().find(|it| it["title"] == title).unwrap().clone()
    }

    /// Saving fields of a record as it stands.
    fn saving(&self, kind: &str, id: &Value, fields: &Value) -> String {
        let page = self.device.run(&["call", &call("get", &json!({ "id": id }))]);
        let page: Value = serde_json::from_slice(&page.stdout).unwrap_or_default();
        let seen = page["entries"][0]["seen"].clone();
        call(
            "save",
            &json!({ "entry": { "id": id, "kind": kind, "fields": fields, "seen": seen } }),
        )
    }

    /// An answer of the partner, noted by the member.
    fn answering(&self, title: &str, mut said: Value) -> String {
        let by = json!({ "answered_by": "Ingrid Moe", "answered_at": "2024-03-14T11:00:00.000Z" });
        said.as_object_mut().unwrap().extend(by.as_object().unwrap().clone());
        self.saving("handover-item", &self.matter(title)["item"], &said)
    }

    fn placing(&self) -> String {
        let matters = ["Bostøtten", "Legetimen"].map(|it| self.matter(it)["id"].clone());
        let fields = json!({ "consent": "not-needed", "consent_why": "Gjelder bygget" });
        let args = json!({ "handover": self.id, "matters": matters, "receiver": self.partner, "fields": fields });
        call("place-matters", &args)
    }

    fn keeping(&self) -> String {
        let matters = ["Legetimen", "Naboklagen"].map(|it| self.matter(it)["id"].clone());
        let args = json!({ "handover": self.id, "matters": matters, "reason": "Ingen kan",
            "review": "2030-01-02" });
        call("keep-matters", &args)
    }

    fn telling(&self) -> String {
        let resident = &self.plan()["residents"][0];
        let fields = json!({ "handover": self.id, "resident": resident["id"], "language": "uk",
            "told_by": self.member, "told_at": "2024-03-14T11:00:00.000Z" });
        self.saving("notice", &resident["notice"], &fields)
    }

    fn signing(&self) -> String {
        let resident = &self.plan()["residents"][0];
        let fields = json!({ "handover": self.id, "resident": resident["id"], "state": "steady",
            "as_of": "2024-03-14", "signed_by": self.member, "signed_words": "2024-03-14 steady" });
        self.saving("summary", &resident["summary"], &fields)
    }

    /// Takes a step that is broken off a few times. Whenever it was, it is done, or nothing of it is.
    fn takes(&self, dice: &Dice, step: impl Fn() -> String) {
        let (before, usual) = (self.state(), usual(self.device));
        for _ in 0..KILLS {
            let step = step();
            let (said, was_killed) =
                killed(self.device, &["call", &step], dice.shorter_than(usual));
            self.device.is_sound();
            let now = self.state();
            assert!(!said.status.success() || now != before, "what was said to be done is lost");
            if now != before {
                // Done at one blow, although it was killed before it could say so; or not killed in time.
                return self.is_whole(&before, was_killed);
            }
        }
        self.device.must(&["call", &step()]);
        self.is_whole(&before, false);
    }

    /// No step does half of what it does: two matters that are placed or kept together stay together.
    fn is_whole(&self, before: &State, was_killed: bool) {
        let after = self.state();
        assert_ne!(&after, before);
        let changed = after.1.iter().zip(&before.1).filter(|(now, then)| now != then);
        let changed: Vec<_> = changed.map(|(now, _)| now.1.as_str()).collect();
        let together = changed.is_empty()
            || changed.len() == 2
            || changed.iter().all(|it| ["accepted", "declined"].contains(it));
        assert!(together, "killed: {was_killed}, {before:?} became {after:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handover_whose_device_is_killed_at_each_step_loses_nothing_and_closes() {
    let (world, dice) = (World::new().await, Dice::new());
    let home = tempfile::tempdir().unwrap();
    let aisha = Bomiljo::at(home.path());
    aisha.must(&["init", "--server", &world.server(), "--site", "Bredtvet", "--name", "Aisha"]);
    let new = |kind: &str, fields: Value| {
        let id = app::Host::default().id();
        let entry = json!({ "id": id, "kind": kind, "fields": fields });
        aisha.must(&["call", &call("save", &json!({ "entry": entry }))]);
        id
    };
    let oksana = new("resident", json!({ "name": "Oksana Kovalenko" }));
    let partner = new("partner", json!({ "name": "Nav Bjerke", "kind": "nav" }));
    for what in ["Bostøtten", "Legetimen", "Naboklagen"] {
        new("follow-up", json!({ "what": what, "due": "2024-03-20", "about": [oksana] }));
    }
    let status = aisha.must(&["call", &call("status", &json!({}))]);
    let member = status["member"].as_str().unwrap().to_owned();
    let fields = json!({ "scope": "building", "last_day": "2030-01-01", "lead": member });
    let id = new("handover", fields);
    let handover = Handover { device: &aisha, id, member, partner };
    let of_itself = |fields: Value| handover.saving("handover", &json!(id), &fields);
    handover.takes(&dice, || of_itself(json!({ "status": "open" })));
    handover.takes(&dice, || handover.placing());
    handover.takes(&dice, || {
        handover.answering("Bostøtten", json!({ "status": "accepted", "understood": "Vi søker" }))
    });
    handover.takes(&dice, || {
        handover.answering("Legetimen", json!({ "status": "declined", "reason": "Ikke vårt" }))
    });
    handover.takes(&dice, || handover.keeping());
    handover.takes(&dice, || handover.telling());
    handover.takes(&dice, || handover.signing());
    // What is left is the residents' own: nothing was lost on the way.
    let (_, matters, told, signed) = handover.state();
    let statuses: Vec<_> = matters.iter().map(|it| it.1.as_str()).collect();
    assert_eq!((statuses, told, signed), (vec!["accepted", "kept-by-lead", "kept-by-lead"], 1, 1));
    handover.takes(&dice, || {
        let left = handover.plan()["matters"].as_array().unwrap().clone();
        let left = left.iter().filter(|it| it["status"] == "" || it["status"] == "unplaced");
        let left: Vec<_> = left.map(|it| it["id"].clone()).collect();
        if !left.is_empty() {
            let args = json!({ "handover": id, "matters": left, "reason": "Ingen kan", "review": "2030-01-02" });
            aisha.must(&["call", &call("keep-matters", &args)]);
        }
        call("close-handover", &json!({ "id": id }))
    });
    assert_eq!(handover.state().0, "closed");
}
