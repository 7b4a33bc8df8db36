//! *Oppsummering*: five headings about a resident, written by a colleague and signed by a lead.

use domain::calls::About;
use domain::entry::Entry;
use domain::kinds::Wellbeing;
use domain::paper::Paper;
use domain::views::{HandoverPlan, Matter, Page, ToTell};
use domain::{Body, Fault, Id, Record, Summary, Type, read};
use leptos::prelude::*;
use serde_json::json;

use crate::app::head::Head;
use crate::app::print::{pdf_button, print_button};
use crate::app::query::{Answer, live};
use crate::app::session::app;
use crate::kit::erased::{dynamic, press, task, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv, who};
use crate::nouns::handover::filter::status_of;
use crate::nouns::handover::of_resident::of_resident;
use crate::nouns::handover::read::of;
use crate::nouns::handover::residents::line;
use crate::record::chips::one_of;
use crate::record::form::{Form, Names};
use crate::record::once_read::once_read;
use crate::record::row::{self, boxed, joined, kind_name};
use crate::record::save_bar::draft_state;
use crate::record::values::{filled, text};
use crate::record::{fields, problems};

/// The headings that are written, in order; the first heading is a choice.
const TEXTS: [&str; 4] = [Summary::WHO, Summary::OPEN, Summary::IF_THEN, Summary::WISHES];
/// Most notes beside the form.
const NOTES: u32 = 40;

/// The page.
pub fn summary_page(handover: Id) -> AnyView {
    of_resident(handover, page)
}

fn page(handover: Id, plan: Answer<HandoverPlan>, id: Id) -> AnyView {
    let resident = of(plan, |it| it.residents.iter().find(|it| it.id == id).cloned());
    let resident = resident.flatten().unwrap_or_default();
    let form = form(handover, plan, &resident);
    let field = RwSignal::new(Summary::IF_THEN);
    let title = tv("handover-summary-of", &[("name", &resident.called)]);

    view! {
        <Head title line=line(&resident) back=true aside=().into_any() />
        <p class="tags">{dynamic(move || signed(form))}</p>
        <p class="quiet">{words(move || holds(form))}</p>
        {draft_state(form)}
        <div class="reach">
            {print_button(t("paper-print"), "secondary")}
            {pdf_button(move || Paper::Summary { id: handover, resident: id })}
        </div>
        <div class="beside">
            {once_read(form, move || headings(form, field))}
            {notes(id, form, field)}
        </div>
        {bar(form, plan)}
        {paper(form, resident)}
    }
    .into_any()
}

/// The day that the saved summary describes, and until when it can be relied on.
fn holds(form: Form) -> String {
    let summary: Summary = form.base.with(|it| read(&it.fields));
    let Some((day, until)) = summary.as_of.zip(summary.expires()) else { return String::new() };
    let [day, until] = [day, until].map(|it| format::day(&it.to_string()));
    tv("paper-as-of", &[("day", &day), ("until", &until)])
}

/// The summary as a browser prints it: what was saved, not the form.
fn paper(form: Form, resident: ToTell) -> AnyView {
    let written = move || {
        form.base.with(|it| {
            let summary: Summary = read(&it.fields);
            let signer = form.names.with(|names| row::member(names, &summary.signed_by));
            let standing = if summary.is_signed() {
                tv("paper-signed", &[("who", &signer)])
            } else {
                t("handover-unsigned")
            };
            let state = label(Wellbeing::CHOICES.name, text(it, Summary::STATE));
            let one = |name: &'static str| {
                let said = filled(it, name).map_or_else(|| t("paper-not-said"), str::to_owned);
                view! { <h2>{label(Summary::KIND, name)}</h2> <p class="note">{said}</p> }
            };
            view! { <p><b>{standing}</b></p> <p><b>{state}</b></p> {TEXTS.map(one).collect_view()} }
                .into_any()
        })
    };
    let title = joined(" – ", [resident.called, resident.unit].into_iter());
    view! {
        <article class="only-print">
            <h1>{title}</h1>
            <p>{words(move || holds(form))}</p>
            {dynamic(written)}
        </article>
    }
    .into_any()
}

/// Whether a lead has signed it as it stands.
fn signed(form: Form) -> AnyView {
    let summary: Summary = read(&form.fields.get());
    let known = form.base.with(|it| !it.kind.is_empty());
    boxed(if known && summary.is_signed() {
        ("accent", t("handover-is-signed"))
    } else {
        ("warm", t("handover-unsigned"))
    })
}

fn form(handover: Id, plan: Answer<HandoverPlan>, resident: &ToTell) -> Form {
    let mut body = Body::new();
    body.insert(Summary::HANDOVER.to_owned(), json!(handover));
    body.insert(Summary::RESIDENT.to_owned(), json!(resident.id));
    let open = of(plan, |it| open_matters(it, resident.id)).unwrap_or_default();
    if !open.is_empty() {
        body.insert(Summary::OPEN.to_owned(), json!(open));
    }
    let kind = domain::kind(Summary::KIND).unwrap_or(&domain::KINDS[0]);
    Form::open(kind, resident.summary, Box::pin(async move { (body, Names::new()) }))
}

/// What is open about a resident, a line each: what, who, by when.
fn open_matters(plan: &HandoverPlan, resident: Id) -> String {
    let own = |it: &Matter| it.id != resident && it.residents.contains(&resident);
    let theirs = |it: &&Matter| !it.is_settled() && own(it);
    let line = |it: &Matter| {
        let who = [&it.kept_by, &it.receiver_name].into_iter().find(|it| !it.is_empty());
        let who = who.filter(|_| !status_of(it).is_free()).cloned();
        let by = it.due.map(|day| tv("case-within", &[("day", &format::coming(&day.to_string()))]));
        let who = who.unwrap_or_else(|| t("handover-no-receiver"));
        format!("{} – {}", it.title, joined(", ", [who].into_iter().chain(by)))
    };
    plan.matters.iter().filter(theirs).map(line).collect::<Vec<_>>().join("\n")
}

fn headings(form: Form, field: RwSignal<&'static str>) -> AnyView {
    let texts = TEXTS.iter().filter_map(|name| form.kind.field(name)).map(|it| {
        let name = it.name;
        view! { <div on:focusin=move |_| field.set(name)>{fields::field(form, it)}</div> }
    });
    let must = move || {
        let steady = form.text(Summary::STATE) == Wellbeing::Steady.name();
        (!steady).then(|| view! { <p class="quiet">{t("handover-must-be-said")}</p> })
    };
    view! {
        <section class="stack headings">
            {problems::summary(form)}
            {one_of(form, Summary::STATE, &Wellbeing::CHOICES)}
            {texts.collect_view()}
            {dynamic(must)}
        </section>
    }
    .into_any()
}

/// What was written about the resident, each with a button that puts it into the field in use.
fn notes(resident: Id, form: Form, field: RwSignal<&'static str>) -> AnyView {
    let about = live(move || About { id: resident, limit: NOTES, skip: 0 });
    let list = move || {
        let page = about.get()?.ok()?;
        let rows: Vec<_> =
            page.entries.iter().filter_map(|it| note(it, &page, form, field)).collect();
        (!rows.is_empty()).then(|| {
            let to =
                move || tv("handover-notes-to", &[("field", &label(Summary::KIND, field.get()))]);
            view! {
                <section class="notes">
                    <h2>{t("handover-notes")} " " <em>{words(to)}</em></h2>
                    <ul class="card rows">{rows}</ul>
                    <p class="quiet">{t("handover-notes-what")}</p>
                </section>
            }
        })
    };
    dynamic(list)
}

fn note(entry: &Entry, _: &Page, form: Form, field: RwSignal<&'static str>) -> Option<AnyView> {
    let kind = domain::kind(&entry.kind).filter(|it| it.is_noted())?;
    let texts = kind.fields.iter().filter(|it| it.ty == Type::Text);
    let said = texts.filter_map(|it| filled(entry, it.name)).collect::<Vec<_>>().join(" ");
    if said.is_empty() {
        return None;
    }
    let signed = [kind_name(&entry.kind), format::recent(entry.made.at), who(&entry.made.by)];
    let put = {
        let said = said.clone();
        press(move || {
            let name = field.get_untracked();
            let before = form.text(name);
            let gap = if before.is_empty() { "" } else { "\n" };
            form.set(name, format!("{before}{gap}{said}"));
        })
    };
    let name = tv("handover-put-note", &[("note", &said)]);
    Some(
        view! {
            <li class="row">
                <span class="body"><span>{said.clone()}</span> <span class="sub">{joined(" · ", signed.into_iter())}</span></span>
                <button type="button" class="round" aria-label=name on:click=put>{icon(Icon::Plus)}</button>
            </li>
        }
        .into_any(),
    )
}

fn bar(form: Form, plan: Answer<HandoverPlan>) -> AnyView {
    let leads = Memo::new(move |_| of(plan, |it| it.leads).unwrap_or_default());
    let sign = move || {
        leads.get().then(|| {
            view! {
                <button type="button" class="ds-button" prop:disabled=form.saving on:click=press(move || save(form, true))>
                    {icon(Icon::Check)}
                    {t("handover-sign")}
                </button>
            }
        })
    };
    view! {
        <div class="savebar two">
            <div>
                <button type="button" class="ds-button" data-variant="secondary" prop:disabled=form.saving on:click=press(move || save(form, false))>
                    {t("form-save")}
                </button>
                {dynamic(sign)}
            </div>
        </div>
    }
    .into_any()
}

/// Saves the summary as of today; a lead signs the words as they stand on the screen.
fn save(form: Form, sign: bool) {
    let app = app();
    if form.saving.get_untracked() {
        return;
    }
    if sign || !form.difference().is_empty() {
        form.set(Summary::AS_OF, format::today().to_string());
    }
    if sign {
        let summary: Summary = read(&form.fields.get_untracked());
        form.set(
            Summary::SIGNED_BY,
            untrack(|| app.member()).map(|it| it.to_string()).unwrap_or_default(),
        );
        form.set(Summary::SIGNED_WORDS, summary.words());
    }
    task(async move {
        match form.save().await {
            Ok(saved) => {
                let said = if sign { "handover-is-signed-now" } else { "toast-saved" };
                app.say(t(said), saved.group);
                let _ = form.base.try_set(saved.entry);
            }
            Err(Fault::Invalid { .. }) => problems::focus_summary(),
            Err(fault) => app.fail(&fault),
        }
    });
}
