//! What is noted by one tap: a note is pinned, a resident was not at home.

use domain::calls::{self, Answers, NotHome, PinNote};
use domain::fault::Result;
use domain::views::{Page, Saved};
use domain::{Edit, Entry, Id, Notice, Pin, Record};
use serde_json::{Value, json};

use crate::App;
use crate::calls::attendance::step_of;
use crate::calls::authors::People;
use crate::calls::bin::restoration;
use crate::calls::handover::gathering;
use crate::ids;

impl Answers<calls::PinNote> for App {
    async fn answer(&self, call: calls::PinNote) -> Result<Saved> {
        self.pin_note(&call)
    }
}

impl Answers<calls::GetPinned> for App {
    async fn answer(&self, call: calls::GetPinned) -> Result<Page> {
        self.pinned(call.about)
    }
}

impl Answers<calls::NotHome> for App {
    async fn answer(&self, call: calls::NotHome) -> Result<Saved> {
        self.not_home(&call)
    }
}

impl App {
    pub(super) fn pin_note(&self, asked: &PinNote) -> Result<Saved> {
        let id = ids::made_of(Pin::KIND, &self.space()?, &[&asked.note.to_string()]);
        if asked.pinned {
            return self.replace(&Entry::new(id, &Pin { note: Some(asked.note) }));
        }
        self.delete(id, None)
    }

    fn pinned(&self, about: Id) -> Result<Page> {
        let mut store = self.store();
        let records = store.records()?;
        let about = records.stands_for(about)?;
        let mut notes = Vec::new();
        for row in gathering::pinned(records)? {
            let of = row.residents().into_iter().map(|it| records.stands_for(it));
            if of.collect::<store::Result<Vec<_>>>()?.contains(&about) {
                notes.push(row);
            }
        }
        People::of(records)?.page(records, &notes, notes.len() as u64)
    }

    fn not_home(&self, asked: &NotHome) -> Result<Saved> {
        let NotHome { handover, resident } = *asked;
        let id = ids::made_of_two(Notice::KIND, &self.space()?, [handover, resident]);
        self.change(id, |act| {
            let notice = act.merged(id)?.unwrap_or_default();
            let first = notice.kind.is_empty();
            let link = |field, to| first.then(|| Edit::new(field, &json!(to), Vec::new()));
            let links = [link(Notice::HANDOVER, handover), link(Notice::RESIDENT, resident)];
            // An attempt that was taken back counts no more.
            let taken_back = notice.body.get(Notice::NOT_HOME).and_then(Value::as_i64);
            let taken_back = taken_back.filter(|_| notice.deleted).unwrap_or_default();
            let step = step_of(Notice::KIND, Notice::NOT_HOME, &notice, 1 - taken_back);
            let back = notice.deleted.then(|| restoration(&notice));
            let edits = links.into_iter().flatten().chain(step).chain(back);
            act.write(id, Notice::KIND, edits.collect())?;
            Ok(notice)
        })
    }
}
