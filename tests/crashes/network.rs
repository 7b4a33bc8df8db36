//! A network that cuts, dawdles and repeats, both ways.

use std::collections::BTreeSet;
use std::time::Duration;

use chaos::proxy::{Fate, Proxy};
use domain::{Id, calls};
use serde_json::json;
use tests::Device;
use tests::site::{Site, meet};

use crate::dice::Dice;

const ROUNDS: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_on_a_network_that_breaks_all_the_time_end_equal_and_lose_no_edit() {
    let (site, dice) = (Site::new().await, Dice::new());
    let people = [(&site.aisha, &site.her_way), (&site.bjorn, &site.his_way)];
    let shared = site.aisha.logs("felles").await;
    site.meet().await;
    let (mut typed, mut broken) = (BTreeSet::from(["felles".to_owned()]), 0);
    for round in 0..ROUNDS {
        for (number, (device, way)) in people.iter().enumerate() {
            suffers(way, &dice);
            let text = format!("runde {round} av {number}");
            device.changes(&device.reads(shared).await, json!({ "note": text })).await;
            device.logs(&format!("{text}, for seg")).await;
            typed.insert(text);
            broken += usize::from(device.sync_once().await.is_err());
        }
        if round % 15 == 14 {
            for (_, way) in people {
                way.mends();
            }
            meet(&[&site.aisha, &site.bjorn]).await;
        }
    }
    for (device, _) in people {
        assert_eq!(texts(device, shared).await, typed);
        assert_eq!(device.visits().await.total, 1 + 2 * ROUNDS as u64);
    }
    assert!(broken > ROUNDS / 2, "only {broken} of {} syncs broke", 2 * ROUNDS);
}

/// From now on that way is bad in one manner or another.
fn suffers(way: &Proxy, dice: &Dice) {
    let (which, at, every) = (dice.below(6), dice.below(3_000), 1 + dice.below(3));
    let (at, mut request) = (usize::try_from(at).unwrap(), 0);
    way.rule(move |_| {
        request += 1;
        match which {
            _ if request % every != 0 => Fate::Answered,
            0 => Fate::CutThere(at),
            1 => Fate::CutBack(at / 4),
            2 => Fate::CutThere(usize::MAX),
            3 => Fate::Twice,
            4 => Fate::CutBack(at),
            _ => Fate::Slow(1 + at / 10, Duration::from_millis(1)),
        }
    });
}

/// Every text that a record has ever had.
async fn texts(device: &Device, id: Id) -> BTreeSet<String> {
    let history = device.run(calls::History { id }).await.unwrap();
    let note = |it: domain::views::Revision| it.fields.get("note")?.as_str().map(str::to_owned);
    history.into_iter().filter_map(note).collect()
}
