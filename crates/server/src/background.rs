//! What the server does without being asked.

use std::sync::Arc;
use std::time::Duration;

use metrics_exporter_prometheus::PrometheusHandle;
use tokio::time::sleep;

use crate::Result;
use crate::hub::Hub;

/// How often other servers' work is looked for, in milliseconds; at most half as
/// much again, so that who waits here hears within a second.
const LOOK: u64 = 300;
/// How long to leave a database alone that failed, in milliseconds.
const REST: u64 = 3_000;
/// How often memory is given back.
const TIDY: Duration = Duration::from_secs(10);

/// Tells those who wait here of what other servers stored in the same database.
pub async fn follow(hub: Arc<Hub>) {
    loop {
        let pause = match look(&hub).await {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::warn!(%error, "cannot see where spaces stand");
                REST
            }
        };
        sleep(Duration::from_millis(hub.host.about(pause))).await;
    }
}

/// Forgets callers who stay away, and brings the figures up to date.
pub async fn tidy(hub: Arc<Hub>, figures: PrometheusHandle) {
    loop {
        sleep(TIDY).await;
        hub.devices.tidy();
        hub.addresses.tidy();
        hub.foundings.tidy();
        figures.run_upkeep();
    }
}

async fn look(hub: &Hub) -> Result<()> {
    let spaces = hub.notifier.awaited();
    if spaces.is_empty() {
        return Ok(());
    }
    for (space, head) in hub.storage.heads(&spaces).await? {
        hub.notifier.announce(space, head);
    }
    Ok(())
}
