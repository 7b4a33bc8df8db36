//! The one write path of this device. It plans inside a transaction, then stamps and logs
//! everything, or nothing. A user waits for the log only: records are projected when they are read,
//! and changes are sealed when they are sent.

use std::collections::BTreeMap;

use domain::field::points_to;
use domain::merge::Merged;
use domain::twins::Names;
use domain::{Body, Change, ChangeRef, Clock, Edit, Fault, Id, Payload, causal};
use rusqlite::{Connection, Transaction};

use crate::drafts;
use crate::log::{self, text};
use crate::project;
use crate::query::lookup;
use crate::settings::{self, MEMBER, NUMBERED, counter, heard};
use crate::{Device, Result, Space, Store};

/// Most bytes of values in one change, so that it fits on the wire.
pub const CHANGE_LIMIT: usize = 1_000_000;
/// Most bytes of values in one group, because its changes travel in one request.
pub const ACTION_LIMIT: usize = 4 * CHANGE_LIMIT;
/// Most changes in one group, for the same reason.
const ACTION_CHANGES: usize = 1_000;

/// Which device writes, where and when.
#[derive(Debug, Clone, Copy)]
pub struct Author {
    /// The space.
    pub space: Id,
    /// The device.
    pub device: Id,
    /// The group.
    pub group: Id,
    /// When, in milliseconds since 1970.
    pub now: u64,
}

/// A transaction in progress. No other write can come between its reads and its writes.
pub struct Act<'a> {
    db: &'a Transaction<'a>,
    author: Author,
    /// The changes so far. Their `group_count` is set at the end, when it is known.
    writes: Vec<Change>,
    last: (ChangeRef, Clock),
    size: usize,
    drafts: bool,
}

/// What an action left behind.
#[derive(Debug, Default)]
pub struct Written {
    /// The records that it wrote, as they are now.
    pub records: BTreeMap<Id, Merged>,
    /// Whether it changed a draft.
    pub drafts: bool,
}

impl Store {
    /// Runs one action, all of it or nothing. Returns the result of `act`, and what was written. The
    /// records are merged once: the projection takes them over at the next read.
    pub fn transact<T>(
        &mut self,
        author: Author,
        act: impl FnOnce(&mut Act) -> Result<T>,
    ) -> Result<(T, Written)> {
        let db = self.db.transaction()?;
        let (seq, clock) = last(&db, author)?;
        let clock = heard(&db)?.resume(clock, author.now);
        let last = (ChangeRef { device: author.device, seq }, clock);
        let mut doing = Act { db: &db, author, writes: Vec::new(), last, size: 0, drafts: false };
        let outcome = act(&mut doing)?;
        let Act { writes, drafts, .. } = doing;
        let changes = writes.len() as u64;
        let records = carry_out(&db, writes)?;
        let end = log::end(&db)?;
        db.commit()?;
        self.fresh.keep(author.space, (end, changes), &records);
        Ok((outcome, Written { records, drafts }))
    }
}

impl Store {
    /// By how many milliseconds a device's last change is dated ahead of wall time `now`, because
    /// its clock was wrong; otherwise 0.
    pub fn ahead(&self, device: Id, now: u64) -> Result<u64> {
        let Some(space) = self.space_id()? else { return Ok(0) };
        let author = Author { space, device, group: device, now };
        let (_, last) = last(&self.db, author)?;
        let wrong = last.was_wrong(heard(&self.db)?, now);
        Ok(if wrong { last.millis().saturating_sub(now) } else { 0 })
    }
}

impl Act<'_> {
    /// The time of the action, in milliseconds since 1970.
    pub const fn now(&self) -> u64 {
        self.author.now
    }

    /// The database inside the action's transaction.
    pub(crate) fn db(&self) -> &Connection {
        self.db
    }

    /// The member whose device acts, once it is in a space.
    pub fn member(&self) -> Result<Option<Id>> {
        settings::member(self.db)
    }

    /// The member whose each device of the space is.
    pub fn devices(&self) -> Result<BTreeMap<Id, Id>> {
        let devices = settings::devices(self.db, self.author.space)?;
        Ok(devices.into_iter().map(|it| (it.id, it.member)).collect())
    }

    /// The space of the action.
    pub const fn space(&self) -> Id {
        self.author.space
    }

    /// Puts the device, which is a member's, into a space with other devices.
    pub fn enter(&self, space: &Space, devices: &[Device], member: Id) -> Result<()> {
        settings::set(self.db, MEMBER, &text(member))?;
        settings::add_space(self.db, space, devices)
    }

    /// Whether a member's device is in a space here.
    pub fn has_joined(&self, member: Id) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM device WHERE coalesce(nullif(whose, ''), id) = ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row([text(member)], |row| row.get(0))?)
    }

    /// The space with its key, once there is one.
    pub fn site(&self) -> Result<Option<Space>> {
        settings::space(self.db)
    }

    /// A record as it is now, with the writes of this action.
    pub fn merged(&self, record: Id) -> Result<Option<Merged>> {
        let changes = self.changes(record)?;
        Ok((!changes.is_empty()).then(|| project::merge_all(&changes)))
    }

    /// Whether a record of that kind, or of any, exists outside the bin or is being made by this
    /// action.
    pub fn exists(&self, record: Id, kind: &str) -> Result<bool> {
        let is_kind = |it: &Change| points_to(kind, &it.payload.kind);
        if self.writes.iter().any(|it| it.record == record && is_kind(it)) {
            return Ok(true);
        }
        project::catch_up(self.db)?;
        lookup::exists(self.db, record, kind)
    }

    /// The changes of a recent group of this device.
    pub fn group(&self, group: Id) -> Result<Vec<Change>> {
        log::of_group(self.db, self.author.space, self.author.device, group)
    }

    /// The changes of a record, including those of this action.
    pub fn changes(&self, record: Id) -> Result<Vec<Change>> {
        let mut changes = log::of_record(self.db, record)?;
        changes.extend(self.writes.iter().filter(|it| it.record == record).cloned());
        Ok(changes)
    }

    /// The kept names of a record's changes that are in the log twice.
    pub fn change_names(&self, record: Id) -> Result<Names> {
        log::names_of_record(self.db, record)
    }

    /// Whether a change belongs to this action. Its author has seen those, whatever `seen` says.
    pub fn wrote(&self, change: ChangeRef) -> bool {
        self.writes.iter().any(|it| it.by == change)
    }

    /// Ends a record's draft.
    pub fn end_draft(&mut self, record: Id) -> Result<()> {
        self.drafts |= drafts::drop(self.db, record)?;
        Ok(())
    }

    /// Removes the saved values from a record's draft, and ends it if none are left. A user who sets
    /// one field by a tap has not finished a form that is half filled in.
    pub fn leave_draft(&mut self, record: Id, saved: &Body) -> Result<()> {
        self.drafts |= drafts::leave(self.db, record, saved)?;
        Ok(())
    }

    /// Sets fields of a record. Fails with [`Fault::TooLarge`] when they don't fit in a
    /// change, or the action's changes in one request.
    pub fn write(&mut self, record: Id, kind: &str, mut edits: Vec<Edit>) -> Result<()> {
        if edits.is_empty() {
            return Ok(());
        }
        let size = edits.iter().map(|it| it.field.len() + it.value.len()).sum();
        self.size += size;
        at_most(CHANGE_LIMIT, size)?;
        at_most(ACTION_LIMIT, self.size)?;
        causal::follow(&mut edits, &self.changes(record)?);
        self.stamp(record, Payload { kind: kind.to_owned(), edits });
        at_most(ACTION_CHANGES, self.writes.len())
    }

    fn stamp(&mut self, record: Id, payload: Payload) {
        let (last, clock) = self.last;
        let (by, clock) = (ChangeRef { seq: last.seq + 1, ..last }, clock.next(self.author.now));
        self.last = (by, clock);
        let Author { space, group, .. } = self.author;
        self.writes.push(Change { space, by, record, group, group_count: 1, clock, payload });
    }
}

fn at_most(most: usize, size: usize) -> Result<()> {
    if size > most { Err(Fault::TooLarge { size, most }.into()) } else { Ok(()) }
}

fn carry_out(db: &Transaction, writes: Vec<Change>) -> Result<BTreeMap<Id, Merged>> {
    let group_count = u32::try_from(writes.len()).unwrap_or(u32::MAX);
    let mut written = BTreeMap::new();
    for change in writes {
        let change = Change { group_count, ..change };
        log::append(db, &change)?;
        written.extend(project::merged(db, change.record)?.map(|(_, it)| (change.record, it)));
    }
    Ok(written)
}

/// The number and clock of this device's last change; zeros before its first.
pub(crate) fn last(db: &Connection, author: Author) -> Result<(u64, Clock)> {
    let mut statement = db.prepare_cached(include_str!("sql/last_change.sql"))?;
    let mut rows = statement.query((text(author.space), text(author.device)))?;
    let numbered = counter(db, NUMBERED)?;
    let Some(row) = rows.next()? else { return Ok((numbered, Clock::default())) };
    Ok((log::unsigned(row, "seq")?.max(numbered), Clock(log::unsigned(row, "clock")?)))
}
