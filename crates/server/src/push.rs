//! Receiving a device's changes. Everything is checked before anything is stored.

use std::io;
use std::sync::Arc;

use tokio::task::spawn_blocking;
use uuid::Uuid;
use wire::{
    Altered, CHANGE_LIMIT, GROUP_LIMIT, Header, PAGE_LIMIT, Push, Pushed, Refusal, SealedChange,
};

use crate::endpoint::Answered;
use crate::hub::Hub;
use crate::signed::Caller;
use crate::storage::Batch;
use crate::{Error, Result, metrics};

/// The largest integer of a database.
const LAST_SEQ: u64 = i64::MAX as u64;

impl Answered for Push {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, caller: Caller) -> Result<Pushed> {
        let (storage, notifier) = (Arc::clone(&hub.storage), Arc::clone(&hub.notifier));
        // A task of its own, so that stored changes are announced even if the caller has hung up.
        let task = tokio::spawn(async move {
            let (space, count) = (self.space, self.changes.len());
            // A thousand signatures take a while, so this yields to other requests.
            let checked =
                spawn_blocking(move || check(self, &caller)).await.map_err(io::Error::from)?;
            let pushed = storage.push(checked?).await?;
            metrics::changes("in", count);
            notifier.announce(space, pushed.head);
            Ok::<_, Error>(pushed)
        });
        task.await.map_err(io::Error::from)?
    }
}

fn check(push: Push, caller: &Caller) -> Result<Batch, Refusal> {
    let Push { space, changes } = push;
    sizes(&changes)?;
    run_of(space, caller.device, &changes)?;
    whole_groups(&changes)?;
    changes.iter().try_for_each(|change| sealed(change, caller))?;
    Ok(Batch { space, device: caller.device, changes })
}

/// At most a page. The group that fills it may exceed it, because devices never split one.
fn sizes(changes: &[SealedChange]) -> Result<(), Refusal> {
    let last_group = changes.last().map_or(0, |last| last.header.group_count as usize);
    let page = changes.len().saturating_sub(last_group) < PAGE_LIMIT;
    let fits = page && changes.iter().all(|change| change.payload.len() <= CHANGE_LIMIT);
    if fits { Ok(()) } else { Err(Refusal::TooLarge) }
}

/// All by the caller, in this space, and in sequence.
fn run_of(space: Uuid, device: Uuid, changes: &[SealedChange]) -> Result<(), Refusal> {
    let first = changes.first().map_or(1, |change| change.header.seq);
    let belongs = |header: &Header, seq| {
        (header.space, header.device, header.seq) == (space, device, seq)
            && (1..=LAST_SEQ).contains(&seq)
    };
    let mut expected = (first..=LAST_SEQ).zip(changes);
    let fits = first <= LAST_SEQ && expected.all(|(seq, change)| belongs(&change.header, seq));
    if fits { Ok(()) } else { Err(Refusal::Malformed) }
}

/// The changes of each group are adjacent and complete.
fn whole_groups(changes: &[SealedChange]) -> Result<(), Refusal> {
    let mut rest = changes;
    while let Some(first) = rest.first() {
        let (group, count) = (first.header.group, first.header.group_count);
        let size = if (1..=GROUP_LIMIT).contains(&count) {
            count as usize
        } else {
            return Err(Refusal::Malformed);
        };
        let (members, others) = rest.split_at_checked(size).ok_or(Refusal::Malformed)?;
        if members
            .iter()
            .any(|change| (change.header.group, change.header.group_count) != (group, count))
        {
            return Err(Refusal::Malformed);
        }
        rest = others;
    }
    Ok(())
}

fn sealed(change: &SealedChange, caller: &Caller) -> Result<(), Refusal> {
    change.check(&caller.key).map_err(|error| match error {
        Altered::Size => Refusal::TooLarge,
        _ => Refusal::BadSignature,
    })
}
