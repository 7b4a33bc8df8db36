//! A device's own way to the server, with weather of its own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::journal::Journal;
use crate::proxy::{Fate, Passed, Proxy, Request};
use crate::traffic::Traffic;
use crate::weather::Weather;

/// Longer than anything may take.
const FOREVER: Duration = Duration::from_mins(10);

/// A way that can be good, bad or silent.
pub struct Way {
    proxy: Proxy,
    sky: Arc<Mutex<Sky>>,
}

/// What decides over requests.
struct Sky {
    weather: Weather,
    silent: bool,
    traffic: Traffic,
    journal: Arc<Journal>,
}

impl Way {
    /// A good way to what `server` names, until the weather changes.
    pub async fn to(server: Arc<Mutex<String>>, traffic: Traffic, journal: Arc<Journal>) -> Self {
        let proxy = Proxy::among(server, traffic.clone()).await;
        let sky = Sky { weather: Weather::fair(), silent: false, traffic, journal };
        let sky = Arc::new(Mutex::new(sky));
        let above = sky.clone();
        proxy.rule(move |request| above.lock().unwrap().decides(request));
        Self { proxy, sky }
    }

    /// What devices are told that the server's address is.
    pub fn url(&self) -> String {
        self.proxy.url()
    }

    /// From now on there is that weather.
    pub fn weather(&self, weather: Weather) {
        self.sky.lock().unwrap().weather = weather;
    }

    /// From now on nothing comes back, or it does again.
    pub fn silent(&self, silent: bool) {
        self.sky.lock().unwrap().silent = silent;
    }

    /// The requests that have come since this was last asked, earliest first.
    pub fn passed(&self) -> Vec<Passed> {
        self.proxy.passed()
    }
}

impl Sky {
    fn decides(&mut self, request: &Request) -> Fate {
        if self.silent {
            return Fate::Swallowed(FOREVER);
        }
        let Some((fault, mut luck)) = self.weather.next_request() else { return Fate::Answered };
        let Some(fate) = fault.fate(&mut luck, request, &self.traffic) else {
            return Fate::Answered;
        };
        self.journal.count(&format!("fault {fault:?}"));
        self.journal.note(&format!("    {} meets {fault:?}", request.path));
        fate
    }
}
