//! Who it is: the likeliest as faces, anybody else by two letters, or, where nobody need be
//! named, somebody unknown.

use domain::Id;
use domain::calls::ListResidents;
use domain::views::{ResidentRow, Suggestion};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::components::avatar::avatar;
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::components::states::shown;
use crate::form::Form;
use crate::lean::{dynamic, effect, press, typed, words};
use crate::live::live;
use crate::text::{t, tn};

/// Faces at most, those that were chosen not counted.
const FACES: usize = 8;

/// A field of residents, within its form.
#[derive(Clone, Copy)]
struct People {
    form: Form,
    field: &'static str,
    /// The role that each begins with, where the field says one.
    role: Option<&'static str>,
    unknown: RwSignal<bool>,
}

impl People {
    /// The ids of those who are chosen.
    fn chosen(self) -> Vec<String> {
        let Value::Array(all) = self.form.value(self.field) else { return Vec::new() };
        let id = |it: &Value| it.as_str().or(it["who"].as_str()).map(str::to_owned);
        all.iter().filter_map(id).collect()
    }

    /// Takes somebody in, or out again.
    fn toggle(self, id: &str) {
        let Some(role) = self.role else { return self.form.toggle(self.field, id) };
        let Value::Array(mut all) = self.form.value(self.field) else {
            return self.form.set(self.field, vec![json!({ "who": id, "role": role })]);
        };
        let before = all.len();
        all.retain(|it| it["who"] != id);
        if all.len() == before {
            all.push(json!({ "who": id, "role": role }));
        }
        self.form.set(self.field, all);
    }
}

/// The field that names residents.
#[component]
pub fn PersonField(
    /// The form.
    form: Form,
    /// The field's name.
    #[prop(default = "residents")]
    field: &'static str,
    /// The role that each begins with, where the field says one.
    #[prop(optional_no_strip)]
    role: Option<&'static str>,
    /// Who is likely.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let searching = RwSignal::new(false);
    let all = People { form, field, role, unknown: RwSignal::new(false) };
    let faces =
        move || people(all, &suggestion.get()).into_iter().map(|it| person(all, it)).collect_view();
    let required = form.kind.field(field).is_some_and(|it| it.required);
    view! {
        <fieldset class="group" id=problems::id_of(field) tabindex="-1" aria-describedby=problems::problem_id(field)>
            <legend>{problems::legend(form, field)}</legend>
            <div class="people">
                {dynamic(faces)}
                {(!required).then(|| nobody(all))}
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
                {dynamic(move || searching.get().then(|| view! { <PersonSearch all searching /> }))}
            </div>
            {problems::under(form, field)}
        </fieldset>
    }
}

/// The face of somebody whose name nobody knows.
fn nobody(all: People) -> AnyView {
    let pressed = words(move || (all.unknown.get() && all.chosen().is_empty()).to_string());
    let press = move || {
        all.unknown.update(|it| *it = !*it);
        if all.unknown.get_untracked() {
            all.form.set(all.field, Vec::<String>::new());
        }
    };
    face(t("visit-someone"), Some(Icon::Person), pressed, press)
}

/// Those to show, in an order that doesn't change as one taps: who was chosen by
/// searching, then the likeliest.
fn people(all: People, suggestion: &Suggestion) -> Vec<(Id, String)> {
    let likely: Vec<_> =
        suggestion.residents.iter().take(FACES).map(|it| (it.id, it.called.clone())).collect();
    let names = all.form.names.get();
    let chosen = all.chosen().into_iter().filter_map(|it| it.parse().ok());
    let others = chosen.filter(|id| likely.iter().all(|it| it.0 != *id));
    let mut people: Vec<_> =
        others.map(|id| (id, names.get(&id).cloned().unwrap_or_else(|| t("someone")))).collect();
    people.extend(likely);
    people
}

fn person(all: People, (id, name): (Id, String)) -> AnyView {
    let chosen = words(move || all.chosen().contains(&id.to_string()).to_string());
    face(name.clone(), None, chosen, move || choose(all, id, &name))
}

fn choose(all: People, id: Id, name: &str) {
    all.unknown.set(false);
    all.form.names.update(|it| {
        it.insert(id, name.to_owned());
    });
    all.toggle(&id.to_string());
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
fn PersonSearch(all: People, searching: RwSignal<bool>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let found = live(move || ListResidents { text: text.get(), gone: false, limit: 12, skip: 0 });
    let choose_it = move |it: ResidentRow| {
        choose(all, it.id, &it.called);
        searching.set(false);
    };
    let count = move || match found.get() {
        Some(Ok(it)) => tn("residents-count", i64::try_from(it.rows.len()).unwrap_or(i64::MAX)),
        _ => String::new(),
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
            <p class="sr-only" role="status">{words(count)}</p>
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
