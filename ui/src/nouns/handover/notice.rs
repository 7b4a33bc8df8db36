//! *Si ifra*: one resident is told that the team leaves, at the door, in a language they read.

use domain::calls::NotHome;
use domain::kinds::{Interpreting, Wish};
use domain::paper::Paper;
use domain::views::{HandoverPlan, ToTell};
use domain::{Body, Fault, Id, Notice, Record};
use leptos::prelude::*;
use serde_json::json;

use crate::app::head::Head;
use crate::app::print::{pdf_button, print_button};
use crate::app::query::Answer;
use crate::app::session::app;
use crate::app::{api, navigation};
use crate::kit::avatar::avatar;
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, press, task, words as words_of};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::number;
use crate::kit::text::{label, t, tn, tv};
use crate::nouns::handover::of_resident::of_resident;
use crate::nouns::handover::read::of;
use crate::nouns::handover::residents::{line, to};
use crate::nouns::handover::sentences::Told;
use crate::record::chips::{any_of, group};
use crate::record::form::{Form, Names};
use crate::record::once_read::once_read;
use crate::record::problems;
use crate::record::resident_texts::{LANGUAGES, known, norwegian, texts_in};
use crate::record::row;
use crate::record::text_area::text_area;
use crate::record::values::text;

/// The interpreting that is asked about.
const INTERPRETING: [Interpreting; 3] =
    [Interpreting::OnSite, Interpreting::Phone, Interpreting::None];

/// The page.
pub fn notice_page(handover: Id) -> AnyView {
    of_resident(handover, page)
}

fn page(handover: Id, plan: Answer<HandoverPlan>, id: Id) -> AnyView {
    let one = move || of(plan, |it| it.residents.iter().find(|it| it.id == id).cloned()).flatten();
    let resident = one().unwrap_or_default();
    let first = resident.languages.iter().find_map(|it| known(it)).unwrap_or(LANGUAGES[0]);
    let language = RwSignal::new(first);
    let form = form(handover, &resident);
    let name = resident.called.clone();
    let left = Signal::derive(move || {
        of(plan, |it| it.left.untold).map(|it| tn("handover-left", number(it))).unwrap_or_default()
    });
    let aside = view! { <span class="ds-tag" data-color="warm">{left}</span> }.into_any();
    view! {
        <Head title=tv("handover-tell", &[("name", &name)]) line=line(&resident) back=true aside />
        {words(plan, &resident, language)}
        <div class="reach">
            {print_button(t("paper-print"), "secondary")}
            {pdf_button(move || Paper::Notice { id: handover, resident: id, language: Some(language.get_untracked().to_owned()) })}
        </div>
        {once_read(form, move || questions(form))}
        {others(handover, plan, id)}
        {bar(handover, id, form, language)}
    }
    .into_any()
}

/// The sentences, and the languages to choose from.
fn words(
    plan: Answer<HandoverPlan>,
    resident: &ToTell,
    language: RwSignal<&'static str>,
) -> AnyView {
    let untranslated = resident.languages.iter().all(|it| known(it).is_none());
    let choosing = RwSignal::new(false);
    let (own, norwegian) = (texts_in(language.into()), texts_in(Signal::stored(norwegian())));
    let foreign = Memo::new(move |_| language.get() != LANGUAGES[0]);
    let unreviewed = move || {
        let texts = own.get()?.ok().filter(|it| foreign.get() && !it.reviewed())?;
        let language = format::language(texts.language);
        Some(view! { <p class="quiet">{tv("handover-unreviewed", &[("language", &language)])}</p> })
    };
    let chips = move || {
        choosing.get().then(|| {
            let one = |tag: &'static str| {
                let name = format::capital(&format::language(tag));
                chip(name, None, move || language.get() == tag, move || language.set(tag))
            };
            view! { <div class="chips" role="group" aria-label=t("slip-language")>{LANGUAGES.map(one).collect_view()}</div> }
        })
    };
    let call = untranslated.then(|| {
        view! { <p class="callout">{icon(Icon::Language)} <span>{t("handover-call-interpreter")}</span></p> }
    });
    view! {
        {call}
        <section class="card padded stack notice-words">
            <div class="group-head">
                <p class="quiet">{move || both(language.get())}</p>
                <button type="button" class="ds-button" data-variant="tertiary" aria-expanded=move || choosing.get().to_string() on:click=press(move || choosing.update(|it| *it = !*it))>
                    {icon(Icon::Language)}
                    {t("handover-change-language")}
                </button>
            </div>
            {dynamic(chips)}
            {Told::new(plan).view(own, norwegian, foreign)}
        </section>
        {dynamic(unreviewed)}
    }
    .into_any()
}

/// `Українська · Norsk`.
fn both(language: &'static str) -> String {
    let own = format::own_name(language);
    if language == LANGUAGES[0] {
        own
    } else {
        format!("{own} · {}", format::own_name(LANGUAGES[0]))
    }
}

fn form(handover: Id, resident: &ToTell) -> Form {
    let mut body = Body::new();
    body.insert(Notice::HANDOVER.to_owned(), json!(handover));
    body.insert(Notice::RESIDENT.to_owned(), json!(resident.id));
    let kind = domain::kind(Notice::KIND).unwrap_or(&domain::KINDS[0]);
    Form::open(kind, resident.notice, Box::pin(async move { (body, Names::new()) }))
}

fn questions(form: Form) -> AnyView {
    let interpreting = INTERPRETING.map(|it| {
        let on = move || form.text(Notice::INTERPRETER) == it.name();
        let words = label(Interpreting::CHOICES.name, it.name());
        chip(words, None, on, move || form.choose(Notice::INTERPRETER, it.name()))
    });
    view! {
        <section class="stack">
            {problems::summary(form)}
            {told(form)}
            {group(form, Notice::INTERPRETER, interpreting.collect_view().into_any())}
            <div class="ds-field">
                <label class="ds-label" for=problems::id_of(Notice::SAID_BACK)>{label(Notice::KIND, Notice::SAID_BACK)}</label>
                <p class="sub" id="said-back-hint">{t("handover-ask-back-words")}</p>
                {text_area(form, Notice::SAID_BACK, "said-back-hint")}
                {problems::under(form, Notice::SAID_BACK)}
            </div>
            {any_of(form, Notice::WISHES, &Wish::CHOICES)}
        </section>
    }
    .into_any()
}

/// When they were told, if they were.
fn told(form: Form) -> AnyView {
    let words = move || {
        let at = form.base.with(|it| it.fields.get(Notice::TOLD_AT)?.as_str()?.parse().ok())?;
        let who = form
            .names
            .with(|names| form.base.with(|it| row::member(names, text(it, Notice::TOLD_BY))));
        let said = tv("handover-told-by", &[("who", &who), ("when", &format::recent(at))]);
        Some(
            view! { <p class="callout" data-color="accent">{icon(Icon::Check)} <span>{said}</span></p> },
        )
    };
    dynamic(words)
}

/// The others who have not been told.
fn others(handover: Id, plan: Answer<HandoverPlan>, id: Id) -> AnyView {
    let left = Memo::new(move |_| {
        let untold = |it: &HandoverPlan| {
            it.residents.iter().filter(|it| !it.told && it.id != id).cloned().collect()
        };
        of(plan, untold).unwrap_or_else(Vec::<ToTell>::new)
    });
    let list = move || {
        let rows = left.get().into_iter().map(|it| {
            view! {
                <li class="row">
                    <a class="fill" href=to("handover-notice", handover, it.id)>
                        {avatar(&it.called)}
                        <span class="body"><b>{it.called.clone()}</b> <span class="sub">{line(&it)}</span></span>
                        {icon(Icon::Forward)}
                    </a>
                </li>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! { <section><h2>{t("handover-others")}</h2> <ul class="card rows">{rows}</ul></section> }
        })
    };
    dynamic(list)
}

fn bar(handover: Id, resident: Id, form: Form, language: RwSignal<&'static str>) -> AnyView {
    let (app, back) = (app(), navigation::back());
    let away = {
        let back = back.clone();
        press(move || {
            let back = back.clone();
            task(async move {
                match api::call(NotHome { handover, resident }).await {
                    Ok(saved) => {
                        app.say(t("handover-is-not-home"), saved.group);
                        back();
                    }
                    Err(fault) => app.fail(&fault),
                }
            });
        })
    };
    let offer = move || {
        let told = form.base.with(|it| it.fields.contains_key(Notice::TOLD_AT));
        t(if told { "form-save" } else { "handover-has-told" })
    };
    let done = press(move || {
        if form.saving.get_untracked() {
            return;
        }
        // Who comes back to add a wish leaves who told them, and when, as it was.
        if form.text(Notice::TOLD_AT).is_empty() {
            let me = untrack(|| app.member()).map(|it| it.to_string()).unwrap_or_default();
            form.set(Notice::TOLD_AT, format::stored(format::now()));
            form.set(Notice::TOLD_BY, me);
            form.set(Notice::LANGUAGE, language.get_untracked());
        }
        let back = back.clone();
        task(async move {
            match form.save().await {
                Ok(saved) => {
                    app.say(t("handover-is-told-now"), saved.group);
                    back();
                }
                Err(Fault::Invalid { .. }) => problems::focus_summary(),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    view! {
        <div class="savebar two">
            <div>
                <button type="button" class="ds-button" data-variant="secondary" on:click=away>{t("handover-not-home")}</button>
                <button type="button" class="ds-button" prop:disabled=form.saving on:click=done>{words_of(offer)}</button>
            </div>
        </div>
    }
    .into_any()
}
