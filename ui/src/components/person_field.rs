//! Who it was: the likeliest as faces, anybody else by two letters, or somebody unknown.

use domain::Id;
use domain::calls::ListResidents;
use domain::views::{ResidentRow, Suggestion};
use leptos::prelude::*;

use crate::components::avatar::avatar;
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::components::states::shown;
use crate::form::Form;
use crate::lean::{dynamic, effect, press, typed, words};
use crate::state::live;
use crate::text::t;

/// Faces at most, those that were chosen not counted.
const FACES: usize = 8;

/// The field that says with whom a conversation was.
#[component]
pub fn PersonField(
    /// The form.
    form: Form,
    /// Who is likely.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let searching = RwSignal::new(false);
    let unknown = RwSignal::new(false);
    let faces = move || {
        people(form, &suggestion.get())
            .into_iter()
            .map(|it| person(form, unknown, it))
            .collect_view()
    };
    let is_unknown =
        words(move || (unknown.get() && form.list("residents").is_empty()).to_string());
    let nobody = move || {
        unknown.update(|it| *it = !*it);
        if unknown.get_untracked() {
            form.set("residents", Vec::<String>::new());
        }
    };
    view! {
        <fieldset class="group" id=problems::id_of("residents") tabindex="-1" aria-describedby=problems::problem_id("residents")>
            <legend>{t("visit-who")}</legend>
            <div class="people">
                {dynamic(faces)}
                {face(t("visit-someone"), Some(Icon::Person), is_unknown, nobody)}
                <button
                    type="button"
                    class="face"
                    aria-expanded=words(move || searching.get().to_string())
                    aria-controls="person-search"
                    on:click=press(move || searching.update(|it| *it = !*it))
                >
                    <span class="avatar dashed">{icon(Icon::Search)}</span>
                    <span>{t("visit-others")}</span>
                </button>
            </div>
            <div id="person-search">
                {dynamic(move || searching.get().then(|| view! { <PersonSearch form searching unknown /> }))}
            </div>
            {problems::under(form, "residents")}
        </fieldset>
    }
}

/// Those to show, in an order that doesn't change as one taps: who was chosen by
/// searching, then the likeliest.
fn people(form: Form, suggestion: &Suggestion) -> Vec<(Id, String)> {
    let likely: Vec<_> =
        suggestion.residents.iter().take(FACES).map(|it| (it.id, it.called.clone())).collect();
    let names = form.names.get();
    let chosen = form.list("residents").into_iter().filter_map(|it| it.parse().ok());
    let others = chosen.filter(|id| likely.iter().all(|it| it.0 != *id));
    let mut people: Vec<_> =
        others.map(|id| (id, names.get(&id).cloned().unwrap_or_else(|| t("someone")))).collect();
    people.extend(likely);
    people
}

fn person(form: Form, unknown: RwSignal<bool>, (id, name): (Id, String)) -> AnyView {
    let chosen = words(move || form.list("residents").contains(&id.to_string()).to_string());
    face(name.clone(), None, chosen, move || choose(form, unknown, id, &name))
}

fn choose(form: Form, unknown: RwSignal<bool>, id: Id, name: &str) {
    unknown.set(false);
    form.names.update(|it| {
        it.insert(id, name.to_owned());
    });
    form.toggle("residents", &id.to_string());
}

/// A face with a name under it, pressed or not; `sign` stands in place of initials.
fn face(
    name: String,
    sign: Option<Icon>,
    pressed: Signal<String>,
    deed: impl Fn() + 'static,
) -> AnyView {
    let circle = match sign {
        Some(sign) => view! { <span class="avatar dashed">{icon(sign)}</span> }.into_any(),
        None => avatar(&name),
    };
    view! {
        <button type="button" class="face" aria-pressed=pressed on:click=press(deed)>
            {circle}
            <span>{name}</span>
        </button>
    }
    .into_any()
}

/// Finding anybody, within the form.
#[component]
fn PersonSearch(form: Form, searching: RwSignal<bool>, unknown: RwSignal<bool>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let found = live(move || ListResidents { text: text.get(), gone: false, limit: 12, skip: 0 });
    let choose_it = move |it: ResidentRow| {
        choose(form, unknown, it.id, &it.called);
        searching.set(false);
    };
    let results = shown(found, move |it| {
        if it.rows.is_empty() {
            return view! { <p class="nothing">{t("residents-no-match")}</p> }.into_any();
        }
        let rows = it.rows.into_iter().map(|it| result(it, choose_it)).collect_view();
        view! { <ul class="card rows">{rows}</ul> }.into_any()
    });
    effect(|| problems::focus("person-typed"));
    view! {
        <div class="person-search">
            <label class="ds-label" for="person-typed">{t("visit-find")}</label>
            <input
                id="person-typed"
                class="ds-input"
                type="search"
                autocomplete="off"
                prop:value=text
                on:input=typed(move |it| text.set(it))
            />
            {results}
        </div>
    }
}

fn result(it: ResidentRow, choose: impl Fn(ResidentRow) + 'static) -> AnyView {
    let (called, unit) = (it.called.clone(), it.unit.clone());
    let face = avatar(&called);
    view! {
        <li class="row">
            <button type="button" class="fill" on:click=press(move || choose(it.clone()))>
                {face}
                <span class="body">
                    <b>{called}</b>
                    <span class="sub">{unit}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}
