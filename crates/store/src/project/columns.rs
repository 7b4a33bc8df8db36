//! What a record says in columns: those by which lists of every kind find it follow from what its
//! kind declares.

use domain::fold::fold;
use domain::life::{Stage, Standing};
use domain::merge::Merged;
use domain::{Kind, kind};

use crate::project::moment;

/// Listed by name.
const BY_NAME: &str = "name";
/// Listed by time.
const BY_TIME: &str = "time";
/// Before all days: it waits for none.
const AT_ONCE: &str = "";
/// After all days: none is set.
const NEVER: &str = "9999-12-31";

/// What a stored record says, in columns.
pub struct Columns {
    pub body: String,
    pub title: String,
    pub listed: &'static str,
    pub sort: String,
    pub at: String,
    pub state: &'static str,
    pub due: String,
    pub weight: i64,
    pub conflicts: String,
}

impl Columns {
    /// The columns of a merged record.
    pub fn of(merged: &Merged) -> Self {
        let kind = kind(&merged.kind);
        let title = kind.map(|it| it.title(&merged.body)).unwrap_or_default();
        let happens = kind.is_none_or(Kind::happens);
        let at = kind.and_then(|it| it.moment(&merged.body));
        let (state, due, weight) = standing(kind, merged);
        Self {
            body: serde_json::Value::Object(merged.body.clone()).to_string(),
            title: title.to_owned(),
            listed: if happens { BY_TIME } else { BY_NAME },
            sort: if happens { String::new() } else { fold(title) },
            at: moment(at.unwrap_or_else(|| merged.made.clock.moment())),
            state,
            due,
            weight,
            conflicts: serde_json::to_string(&merged.conflicts).unwrap_or_else(|_| "[]".into()),
        }
    }
}

/// The state, the day or moment by which, and the weight. Only of cases it matters that they are over.
fn standing(kind: Option<&Kind>, merged: &Merged) -> (&'static str, String, i64) {
    let Some((kind, stage)) = kind.and_then(|it| Some((it, it.stage(&merged.body)?))) else {
        return ("", NEVER.to_owned(), 0);
    };
    let standing = standing_of(kind, &stage);
    let kept = standing.filter(|it| *it != Standing::Over || kind.has_cases());
    let weight = i64::try_from(stage.weight()).unwrap_or_default();
    (kept.map_or("", Standing::name), due(kind, &stage, standing, merged), weight)
}

/// A state that only a newer version knows counts as one that we have to act in.
fn standing_of(kind: &Kind, stage: &Stage) -> Option<Standing> {
    let unknown = kind.has_cases() && !stage.name().is_empty();
    stage.state().map(|it| it.standing).or(unknown.then_some(Standing::Ours))
}

fn due(kind: &Kind, stage: &Stage, standing: Option<Standing>, merged: &Merged) -> String {
    match standing {
        Some(Standing::Planned) => {
            kind.moment(&merged.body).map_or_else(|| NEVER.to_owned(), moment)
        }
        Some(Standing::OursNow) => AT_ONCE.to_owned(),
        Some(it) if it.is_case() && stage.is_urgent() => AT_ONCE.to_owned(),
        Some(it) if it.heeds_day() => stage.due().unwrap_or(NEVER).to_owned(),
        _ => NEVER.to_owned(),
    }
}
