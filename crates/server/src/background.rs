//! Recurring tasks of the server.

use std::sync::Arc;
use std::time::Duration;

use metrics_exporter_prometheus::PrometheusHandle;
use tokio::time::sleep;

use crate::Result;
use crate::hub::Hub;

/// How often other servers' changes are looked for, in milliseconds. Up to half is added, so a
/// waiting device hears within a second.
const LOOK: u64 = 300;
/// How long a database that failed is left alone, in milliseconds.
const REST: u64 = 3_000;
/// How often memory is given back.
const TIDY: Duration = Duration::from_secs(10);

/// Notifies waiting devices of what other servers stored in the same database.
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

/// Forgets inactive callers, and updates the metrics.
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
