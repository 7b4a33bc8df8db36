//! The way to the core, and the only file that knows a transport: the window's
//! IPC, or in a browser a worker that holds the same core.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::pin::Pin;

use domain::paper::{CarryOrder, Order};
use domain::views::TakenOver;
use domain::{Call, Fault, Request};
use js_sys::{Array, Function, Map, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use crate::kit::browser::window;
use crate::kit::stopped;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], catch)]
    async fn invoke(command: &str, arguments: &JsValue) -> Result<JsValue, JsValue>;

    /// The same with bytes, and with headers beside them.
    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = invoke, catch)]
    async fn invoke_with(command: &str, body: &JsValue, with: &JsValue)
    -> Result<JsValue, JsValue>;

    /// Makes what the window speaks to, and answers with its number.
    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = transformCallback)]
    fn callback(hear: &Closure<dyn FnMut(JsValue)>) -> u32;

    /// Clears what this page and its service worker have stored.
    #[wasm_bindgen(js_namespace = window, js_name = forgetAll, catch)]
    async fn forget_all() -> Result<(), JsValue>;

    /// The answers to requests that `app.js` has sent already.
    #[wasm_bindgen(thread_local_v2, js_namespace = window, js_name = ahead)]
    static AHEAD: Map;

    /// The core's worker, which `app.js` has begun.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["window", "core"], js_name = worker)]
    static WORKER: Worker;

    /// Rejected once the worker fails by itself.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["window", "core"], js_name = failed)]
    static FAILED: Promise;
}

thread_local! {
    static CORE: OnceCell<Result<Core, Fault>> = const { OnceCell::new() };
}

/// How the core was found to be kept on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// Whether the browser promised not to clear the data by itself.
    pub persistent: bool,
}

/// A worker that answers calls, and who waits for which answer.
struct Core {
    worker: Worker,
    waiting: RefCell<HashMap<u32, Function>>,
    last: Cell<u32>,
    ready: Promise,
}

/// Makes a call and waits for its answer.
pub async fn call<C: Call>(call: C) -> Result<C::Reply, Fault> {
    read::<C>(&ask(request(call)).await?)
}

/// A call as it travels.
pub fn request<C: Call>(call: C) -> String {
    to_text(&call.into())
}

/// The answer to a call as it travelled.
pub fn read<C: Call>(reply: &str) -> Result<C::Reply, Fault> {
    serde_json::from_str::<Result<C::Reply, Fault>>(reply).map_err(bad)?
}

/// The same, of a call of any type.
pub fn to_text(request: &Request) -> String {
    // Every request is made of texts, numbers and lists, which always can be written.
    serde_json::to_string(request).unwrap_or_default()
}

/// Sends a call as it travels, and waits for the answer as it travels.
pub fn ask(request: String) -> Pin<Box<dyn Future<Output = Result<String, Fault>>>> {
    Box::pin(through(request))
}

async fn through(request: String) -> Result<String, Fault> {
    if in_window() { through_window(&request).await } else { through_worker(&request).await }
}

/// Opens the core. In a browser this has the worker start and waits until it holds the
/// data, or says why it cannot.
pub async fn open() -> Result<Keeping, Fault> {
    if in_window() {
        return Ok(Keeping { persistent: true });
    }
    let kept = ready().await;
    // What it fetches for a start without a network comes after what this start waits for.
    register_service_worker();
    kept
}

async fn ready() -> Result<Keeping, Fault> {
    let ready = core(|it| it.ready.clone())?;
    let said = JsFuture::from(ready).await.map_err(|it| storage(&it))?;
    let at = |key: &str| Reflect::get(&said, &key.into()).unwrap_or_default();
    if at("ready").is_truthy() {
        return Ok(Keeping { persistent: at("persistent").is_truthy() });
    }
    Err(match at("problem").as_string().as_deref() {
        Some("already-open") => Fault::AlreadyOpen,
        other => Fault::Storage { detail: other.unwrap_or("worker").to_owned() },
    })
}

/// Opens the dialog that prints the page. In the window the core opens it: there a page that always
/// waits for news counts as unfinished, and its own `print` would wait for the end.
pub async fn print() -> Result<(), JsValue> {
    if in_window() {
        invoke("plugin:webview|print", &js_sys::Object::new()).await.map(drop)
    } else {
        window().print()
    }
}

/// A document as PDF. Only the window makes them.
pub async fn paper(order: &Order) -> Result<JsValue, Fault> {
    made("paper", serde_json::to_string(order)).await
}

/// What is carried away: a line of JSON, and the file after it. `told` hears how much is done, of how much.
/// Only the window makes them.
pub async fn carry(
    order: &CarryOrder,
    told: impl Fn(u32, u32) + 'static,
) -> Result<JsValue, Fault> {
    let arguments = ordered(serde_json::to_string(order))?;
    Reflect::set(&arguments, &"progress".into(), &channel(told)).map_err(|it| storage(&it))?;
    invoke("carry", &arguments).await.map_err(refused)
}

/// What Tauri takes for a channel over which a command tells how much is done.
fn channel(told: impl Fn(u32, u32) + 'static) -> JsValue {
    let hear = Closure::<dyn FnMut(JsValue)>::new(move |said: JsValue| {
        let message = Reflect::get(&said, &"message".into()).unwrap_or_default();
        let part = |index| Reflect::get_u32(&message, index).ok()?.as_f64();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small counts")]
        if let (Some(done), Some(of)) = (part(0), part(1)) {
            told(done as u32, of as u32);
        }
    });
    let channel = format!("__CHANNEL__:{}", callback(&hear));
    // The window may speak to it until the page ends.
    hear.forget();
    channel.into()
}

/// Takes over what another site hands over in a file. Only the window opens it.
pub async fn take_over(file: &JsValue, words: &str) -> Result<TakenOver, Fault> {
    // A header has no other letters, and no passphrase has.
    let words: String =
        words.chars().map(|it| if it.is_ascii_graphic() { it } else { ' ' }).collect();
    let with = serde_json::json!({ "headers": { "words": words } }).to_string();
    let with = js_sys::JSON::parse(&with).map_err(|it| storage(&it))?;
    let taken = invoke_with("take_over", file, &with).await.map_err(refused)?;
    serde_json::from_str(&taken.as_string().unwrap_or_default()).map_err(|it| bad(it.to_string()))
}

/// Has the browser forget what it stores beside the core's data. The window has its own way.
pub async fn forget() -> Result<(), Fault> {
    if in_window() {
        return Ok(());
    }
    forget_all().await.map_err(|it| storage(&it))
}

/// What a command of the window makes.
async fn made(command: &str, order: serde_json::Result<String>) -> Result<JsValue, Fault> {
    invoke(command, &ordered(order)?).await.map_err(refused)
}

/// The arguments of a command that takes an order.
fn ordered(order: serde_json::Result<String>) -> Result<JsValue, Fault> {
    let arguments = js_sys::Object::new();
    let order = js_sys::JSON::parse(&order.unwrap_or_default()).map_err(|it| storage(&it))?;
    Reflect::set(&arguments, &"order".into(), &order).map_err(|it| storage(&it))?;
    Ok(arguments.into())
}

/// The fault that a command of the window failed with.
fn refused(said: JsValue) -> Fault {
    let fault = said.as_string().and_then(|it| serde_json::from_str(&it).ok());
    fault.unwrap_or(Fault::NotFound)
}

/// Whether this runs in Bomiljø's own window rather than in a browser.
pub fn in_window() -> bool {
    Reflect::has(&js_sys::global(), &"__TAURI_INTERNALS__".into()).unwrap_or(false)
}

async fn through_window(request: &str) -> Result<String, Fault> {
    let reply = match asked_ahead(request) {
        Some(asked) => JsFuture::from(asked).await,
        None => sent(request).await,
    };
    reply.map_err(|it| storage(&it))?.as_string().ok_or_else(|| bad("not text"))
}

/// The answer that is on its way already; the next time one like it is asked for anew.
fn asked_ahead(request: &str) -> Option<Promise> {
    let request = request.into();
    AHEAD.with(|all| {
        let answer = all.get(&request);
        all.delete(&request);
        answer.dyn_into().ok()
    })
}

async fn sent(request: &str) -> Result<JsValue, JsValue> {
    let arguments = js_sys::Object::new();
    Reflect::set(&arguments, &"request".into(), &request.into())?;
    invoke("call", &arguments).await
}

async fn through_worker(request: &str) -> Result<String, Fault> {
    ready().await?;
    let reply = core(|core| core.ask(request))?;
    let reply = JsFuture::from(reply).await.map_err(|it| storage(&it))?;
    reply.as_string().ok_or_else(|| bad("not text"))
}

fn core<T>(with: impl FnOnce(&Core) -> T) -> Result<T, Fault> {
    CORE.with(|core| core.get_or_init(Core::start).as_ref().map(with).map_err(Clone::clone))
}

impl Core {
    fn start() -> Result<Self, Fault> {
        let worker = WORKER.with(Worker::clone);
        let first = Promise::new(&mut |resolve, _| listen(&worker, resolve));
        let ready = FAILED.with(|failed| Promise::race(&Array::of2(&first, failed)));
        worker.post_message(&beginning()).map_err(|it| storage(&it))?;
        Ok(Self { worker, waiting: RefCell::default(), last: Cell::new(0), ready })
    }

    fn ask(&self, request: &str) -> Promise {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        let message = js_sys::Object::new();
        let _ = Reflect::set(&message, &"id".into(), &id.into());
        let _ = Reflect::set(&message, &"request".into(), &request.into());
        Promise::new(&mut |resolve, reject| {
            self.waiting.borrow_mut().insert(id, resolve);
            if let Err(refusal) = self.worker.post_message(&message) {
                let _ = reject.call1(&JsValue::NULL, &refusal);
            }
        })
    }
}

/// Has the worker start. A test says by how much to move the clock of a core that listens to it.
fn beginning() -> js_sys::Object {
    let (message, start) = (js_sys::Object::new(), js_sys::Object::new());
    let offset = Reflect::get(&js_sys::global(), &"bomiljoClockOffset".into()).unwrap_or_default();
    let _ = Reflect::set(&start, &"clockOffset".into(), &offset);
    let _ = Reflect::set(&message, &"start".into(), &start);
    message
}

/// Settles `ready` with the worker's first message and hands every later one to its caller.
fn listen(worker: &Worker, ready: Function) {
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data();
        let at = |key: &str| Reflect::get(&message, &key.into()).unwrap_or_default();
        if let Some(report) = at("stopped").as_string() {
            return stopped::stopped(&report);
        }
        let Some(id) = at("id").as_f64() else {
            let _ = ready.call1(&JsValue::NULL, &message);
            return;
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "our own ids")]
        let waiting = core(|it| it.waiting.borrow_mut().remove(&(id as u32)));
        if let Ok(Some(resolve)) = waiting {
            let _ = resolve.call1(&JsValue::NULL, &at("reply"));
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as the page does, and so does its listener.
    on_message.forget();
}

/// Lets the app start without a network the next time. It works without, so a refusal is no fault.
fn register_service_worker() {
    let workers = Reflect::get(&window().navigator(), &"serviceWorker".into());
    if workers.is_ok_and(|it| it.is_truthy()) {
        let _ = window().navigator().service_worker().register("/sw.js");
    }
}

fn bad(detail: impl std::fmt::Display) -> Fault {
    Fault::BadCall { detail: detail.to_string() }
}

fn storage(problem: &JsValue) -> Fault {
    let message = Reflect::get(problem, &"message".into()).ok().and_then(|it| it.as_string());
    let detail = problem.as_string().or(message).unwrap_or_else(|| "worker".to_owned());
    Fault::Storage { detail }
}
