//! The devices that leave with a handover: how far each has come, and what keeps this one from being emptied.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calls::{self, Answers, GetEmptying, NoteDevice};
use domain::fault::Result;
use domain::kinds::{Scope, Submission};
use domain::views::{Barrier, DeviceState, Emptying, LeavingDevice, Saved};
use domain::{Disposal, Edit, Entry, Fault, Handover, Id, Issue, Problem, Record, kind, read};
use serde_json::{Value, json};
use store::{Device, Part, Records, Row, Space};

use crate::App;
use crate::calls::authors::People;
use crate::calls::bin::restoration;
use crate::calls::handover::plan;
use crate::calls::handover::rules::leads;
use crate::ids;

impl Answers<calls::GetEmptying> for App {
    async fn answer(&self, call: GetEmptying) -> Result<Emptying> {
        let mut store = self.store();
        let records = store.records()?;
        let today = self.today_in(records)?;
        let leaving = Leaving::of(self, records, call.handover)?;
        let mut devices = leaving.devices(records, today)?;
        devices.sort_by(|a, b| (a.state, &a.whose, a.id).cmp(&(b.state, &b.whose, b.id)));
        let leaves = leaving.leaves(leaving.people.me());
        let barrier = leaving.barrier(records, today)?.filter(|_| leaves);
        let people = &leaving.people;
        Ok(Emptying {
            submissions: leaving
                .submissions
                .iter()
                .map(|it| people.entry(it.id, &it.merged))
                .collect(),
            devices,
            barrier,
            leaves,
            leads: leaving.leads(),
        })
    }
}

impl Answers<calls::NoteDevice> for App {
    async fn answer(&self, call: NoteDevice) -> Result<Saved> {
        self.note_device(&call)
    }
}

impl App {
    /// Up to which number each device's changes are here: what an archive that is made now has.
    ///
    /// Fails where a newer version has recorded what this one has no kind for, or where a change is not here,
    /// because it would be missing.
    pub fn stand(&self) -> Result<BTreeMap<Id, u64>> {
        let mut store = self.store();
        let records = store.records()?;
        let space = records.space_id()?.ok_or(Fault::NoSite)?;
        if records.kinds()?.iter().any(|it| kind(it).is_none()) {
            return Err(Fault::Unread);
        }
        let mut stand = BTreeMap::new();
        for device in records.devices(space)? {
            if records.has_gap(space, device.id)? {
                return Err(Fault::Unread);
            }
            let last = records.last_recorded(space, device.id)?;
            stand.insert(device.id, last.map_or(0, |it| it.0));
        }
        Ok(stand)
    }

    /// Records that an archive was made, under the archive's id.
    pub fn submit(&self, archive: Id, submission: &Submission) -> Result<()> {
        self.replace(&Entry::new(archive, submission)).map(drop)
    }

    /// Refuses to go on while something keeps the device from being emptied.
    pub(crate) fn may_be_emptied(&self, records: Records, handover: Id) -> Result<()> {
        let today = self.today_in(records)?;
        let barrier = Leaving::of(self, records, handover)?.barrier(records, today)?;
        barrier.map_or(Ok(()), |it| Err(barred(it)))
    }

    /// Says that everything was sent and the device will be emptied now. Refused while something keeps it
    /// from that.
    pub(crate) fn begin_emptying(&self, handover: Id) -> Result<()> {
        self.may_be_emptied(self.store().records()?, handover)?;
        if self.has_set_aside() {
            return Err(barred(Barrier::SetAside));
        }
        let now = json!(self.0.host.moment());
        self.say_of_device(handover, self.device(), &[(Disposal::BEGUN, now)]).map(drop)
    }

    fn note_device(&self, asked: &NoteDevice) -> Result<Saved> {
        let NoteDevice { handover, device, words } = asked;
        let (missing, leads) = (words.trim().is_empty(), self.leads_handover(*handover)?);
        let problem = [(!leads, Problem::LeadOnly), (missing, Problem::Missing)];
        if let Some((_, problem)) = problem.into_iter().find(|it| it.0) {
            return Err(Fault::Invalid { issues: vec![Issue::new(Disposal::NOTED, problem)] });
        }
        let by = json!(self.store().member()?);
        let said = [(Disposal::NOTED, json!(words)), (Disposal::NOTED_BY, by)];
        self.say_of_device(*handover, *device, &said)
    }

    fn leads_handover(&self, id: Id) -> Result<bool> {
        let mut store = self.store();
        let records = store.records()?;
        let people = People::of(records)?;
        let row = records.get(id)?.ok_or(Fault::NotFound)?;
        Ok(leads(people.me(), &read(&row.merged.body), |it| people.leads(it)))
    }

    /// Writes into the record of a device's emptying. It is written by these calls alone.
    fn say_of_device(&self, handover: Id, device: Id, said: &[(&str, Value)]) -> Result<Saved> {
        let space = self.space()?;
        let devices = self.store().devices(space.id)?;
        let owner = devices.iter().find(|it| it.id == device).ok_or(Fault::NotFound)?.member;
        let of = [
            (Disposal::DEVICE, json!(device)),
            (Disposal::HANDOVER, json!(handover)),
            (Disposal::OWNER, json!(owner)),
        ];
        let id = disposal_of(&space, device);
        self.change(id, |act| {
            let before = act.merged(id)?.unwrap_or_default();
            let differs = |it: &&(&str, Value)| before.body.get(it.0) != Some(&it.1);
            let edit = |(field, value): &(&str, Value)| {
                Edit::new(field, value, before.seen.get(*field).cloned().unwrap_or_default())
            };
            let edits = of.iter().chain(said).filter(differs).map(edit);
            let back = before.deleted.then(|| restoration(&before));
            act.write(id, Disposal::KIND, edits.chain(back).collect())?;
            Ok(before)
        })
    }
}

/// A handover, and what there is to know before a device is emptied.
struct Leaving {
    id: Id,
    handover: Handover,
    /// Whether leads differ about it, or it lies in the bin.
    doubtful: bool,
    people: People,
    space: Space,
    own: Id,
    /// The archives, the latest first.
    submissions: Vec<Row>,
}

impl Leaving {
    fn of(app: &App, records: Records, id: Id) -> Result<Self> {
        let row = records.get(id)?.filter(|it| it.merged.kind == Handover::KIND);
        let row = row.ok_or(Fault::NotFound)?;
        let submissions = kind(Submission::KIND).ok_or(Fault::NotFound)?;
        Ok(Self {
            id,
            handover: read(&row.merged.body),
            doubtful: row.merged.deleted || !row.merged.conflicts.is_empty(),
            people: People::of(records)?,
            space: records.space()?.ok_or(Fault::NoSite)?,
            own: app.device(),
            submissions: records.list(submissions, Part::new(u32::MAX, 0))?.0,
        })
    }

    /// Whether a member's devices leave. If a building's handover names no member, all devices leave.
    fn leaves(&self, member: Option<Id>) -> bool {
        let leaving = &self.handover.leaving;
        let named = member.is_some_and(|it| leaving.contains(&it));
        match self.handover.scope {
            Some(Scope::Building) => leaving.is_empty() || named,
            Some(Scope::Member) => named,
            _ => false,
        }
    }

    /// Whether an archive is needed. It is not if a device stays that has what the site has recorded.
    fn needs_archive(&self, records: Records, today: NaiveDate) -> Result<bool> {
        if self.handover.scope == Some(Scope::Building) {
            return Ok(true);
        }
        let team = self.people.team(today);
        for device in records.devices(self.space.id)? {
            let stays = team.iter().any(|it| it.id == device.member && !it.leaves);
            let left = self.said(records, device.id)?.1;
            if stays && left.begun.is_none() && left.noted.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a depot has accepted an archive that has all that was recorded on a device.
    fn is_archived(&self, records: Records, device: Id) -> Result<bool> {
        let last = records.last_recorded(self.space.id, device)?.map_or(0, |it| it.0);
        Ok(last == 0 || self.accepted().any(|it| it.has(device, last)))
    }

    /// Whether the archive has all that this device answers for: what was recorded on it and on its owner's other
    /// devices, on those that cannot answer any more, and for a lead on every device.
    fn all_is_archived(&self, records: Records) -> Result<bool> {
        let (me, leads) = (self.people.me(), self.leads());
        for device in records.devices(self.space.id)? {
            let own = device.id == self.own || Some(device.member) == me;
            let answers = own || leads || !self.said(records, device.id)?.1.noted.is_empty();
            if answers && !self.is_archived(records, device.id)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn leads(&self) -> bool {
        leads(self.people.me(), &self.handover, |it| self.people.leads(it))
    }

    /// What was said of a device: by itself, of its emptying; and by a lead. What another says in its name does
    /// not count.
    fn said(&self, records: Records, device: Id) -> Result<(Id, Disposal)> {
        let id = disposal_of(&self.space, device);
        let row = records.get(id)?.filter(|it| !it.merged.deleted);
        let Some(row) = row else { return Ok((id, Disposal::default())) };
        let mut said: Disposal = read(&row.merged.body);
        let own = |field: &str| {
            let heads = row.merged.seen.get(field).into_iter().flatten();
            heads.into_iter().all(|it| it.device == device)
        };
        said.begun = said.begun.filter(|_| own(Disposal::BEGUN));
        said.emptied = said.emptied.filter(|_| own(Disposal::EMPTIED));
        Ok((id, said))
    }

    /// The archives that a depot has accepted, and about which leads agree.
    fn accepted(&self) -> impl Iterator<Item = Submission> {
        let agreed = self.submissions.iter().filter(|it| it.merged.conflicts.is_empty());
        agreed.map(|it| read::<Submission>(&it.merged.body)).filter(Submission::is_accepted)
    }

    fn barrier(&self, records: Records, today: NaiveDate) -> Result<Option<Barrier>> {
        let plan = plan::of(records, &self.people, today, self.id)?;
        let needed = self.needs_archive(records, today)?;
        let found = if !self.leaves(self.people.me()) {
            Barrier::Stays
        } else if self.doubtful || !self.handover.is_closed() {
            Barrier::NotClosed
        } else if plan.left.unaccepted > 0 {
            Barrier::Unaccepted
        } else if needed && self.accepted().next().is_none() {
            Barrier::NotArchived
        } else if needed && !self.all_is_archived(records)? {
            Barrier::NotInArchive
        } else if records.drafts()?.1 > 0 {
            Barrier::Unfinished
        } else {
            return Ok(None);
        };
        Ok(Some(found))
    }

    fn devices(&self, records: Records, today: NaiveDate) -> Result<Vec<LeavingDevice>> {
        let checked = self.accepted().next().is_some() && self.needs_archive(records, today)?;
        let devices = records.devices(self.space.id)?;
        let leaving = devices.iter().filter(|it| self.leaves(Some(it.member)));
        leaving.map(|it| self.device(records, it, checked)).collect()
    }

    fn device(&self, records: Records, device: &Device, checked: bool) -> Result<LeavingDevice> {
        let (_, said) = self.said(records, device.id)?;
        let last = records.last_recorded(self.space.id, device.id)?.map(|it| it.1.moment());
        let (state, at) = match &said {
            it if it.emptied.is_some() => (DeviceState::Emptied, it.emptied),
            _ if checked && !self.is_archived(records, device.id)? => (DeviceState::Newer, last),
            it if !it.noted.is_empty() => (DeviceState::Noted, it.begun.or(last)),
            it if it.begun.is_some() => (DeviceState::Begun, it.begun),
            _ => (DeviceState::Waiting, last),
        };
        Ok(LeavingDevice {
            id: device.id,
            whose: self.people.named(&device.member.to_string()),
            own: device.id == self.own,
            state,
            at,
            noted: said.noted,
        })
    }
}

/// The record of a device's emptying.
pub fn disposal_of(space: &Space, device: Id) -> Id {
    ids::made_of(Disposal::KIND, space, &[&device.to_string()])
}

/// The fault that a barrier is.
pub fn barred(barrier: Barrier) -> Fault {
    Fault::Barred { reason: barrier.name().to_owned() }
}
