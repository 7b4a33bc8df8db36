//! What the operator may know: amounts, times and load, but no names or ids.

use std::sync::OnceLock;
use std::time::Duration;

use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use crate::hub::Hub;
use crate::{Error, Result};

const SECONDS: &str = "bomiljo_request_seconds";
const BUCKETS: [f64; 9] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 30.0];

/// The metrics of this process; the first caller sets them up.
pub fn collect() -> Result<PrometheusHandle> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    if let Some(handle) = HANDLE.get() {
        return Ok(handle.clone());
    }
    let seconds = Matcher::Full(SECONDS.into());
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(seconds, &BUCKETS)
        .map_err(|error| odd(&error))?;
    let recorder = recorder.build_recorder();
    let handle = HANDLE.get_or_init(|| recorder.handle()).clone();
    // This fails if another thread was first; then that thread's handle is used.
    let _ = metrics::set_global_recorder(recorder);
    Ok(handle)
}

/// A call was answered.
pub fn answered(call: &'static str, status: u16, took: Duration, received: usize) {
    counter!("bomiljo_requests_total", "call" => call, "status" => status.to_string()).increment(1);
    histogram!(SECONDS, "call" => call).record(took);
    counter!("bomiljo_received_bytes_total", "call" => call).increment(received as u64);
}

/// A call's answer has so many bytes.
pub fn sent(call: &'static str, bytes: usize) {
    counter!("bomiljo_sent_bytes_total", "call" => call).increment(bytes as u64);
}

/// Counts damage: something read from the database differs from what was stored.
pub fn damaged(what: &'static str) {
    counter!("bomiljo_damage_total", "what" => what).increment(1);
}

/// Counts a reader whose cursor is beyond this database.
pub fn ahead() {
    counter!("bomiljo_readers_ahead_total").increment(1);
}

/// Counts changes that devices offered, or that were handed on to them.
pub fn changes(way: &'static str, count: usize) {
    counter!("bomiljo_changes_total", "way" => way).increment(count as u64);
}

/// The server's load at this moment.
pub fn measure(hub: &Hub) {
    let load = hub.storage.load();
    gauge!("bomiljo_waits").set(count(hub.notifier.listening()));
    gauge!("bomiljo_bytes_under_way", "way" => "in").set(count(hub.bodies.taken()));
    gauge!("bomiljo_bytes_under_way", "way" => "out").set(count(hub.answers.taken()));
    gauge!("bomiljo_database_connections", "state" => "idle").set(count(load.idle));
    gauge!("bomiljo_database_connections", "state" => "busy").set(count(load.open - load.idle));
}

/// In the format of Prometheus.
fn count(number: usize) -> f64 {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}

fn odd(error: &BuildError) -> Error {
    Error::Setting(error.to_string())
}
