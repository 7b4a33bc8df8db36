//! Choosing residents: the likeliest as faces, all others by two letters, or, where no name is
//! needed, an unknown person.

use domain::Id;
use domain::field::{Field, UNKNOWN};
use domain::views::{ResidentRow, Suggestion};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::kit::avatar::avatar;
use crate::kit::erased::{dynamic, press, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::fields::picker::picker;
use crate::record::form::Form;
use crate::record::problems;

/// Most faces, not counting those that were chosen.
const FACES: usize = 8;

/// A field of residents, within its form.
#[derive(Clone, Copy)]
struct People {
    form: Form,
    field: &'static str,
    /// The role that each begins with, if the field has roles.
    role: Option<&'static str>,
}

/// The button that opens the search. It takes focus again after a choice.
const OTHERS: &str = "person-others";

impl People {
    /// The ids of the chosen residents.
    fn chosen(self) -> Vec<String> {
        let Value::Array(all) = self.form.value(self.field) else { return Vec::new() };
        let id = |it: &Value| it.as_str().or(it["who"].as_str()).map(str::to_owned);
        all.iter().filter_map(id).collect()
    }

    /// Adds a resident, or removes them again.
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
    /// The role that each begins with, if the field has roles.
    #[prop(optional_no_strip)]
    role: Option<&'static str>,
    /// The likely residents.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let searching = RwSignal::new(false);
    let all = People { form, field, role };
    let faces =
        move || people(all, &suggestion.get()).into_iter().map(|it| person(all, it)).collect_view();
    let takes_unknown = form.kind.field(field).is_some_and(Field::takes_unknown);
    let search = move || searching.get().then(|| search(all, searching));
    view! {
        <fieldset class="group" id=problems::id_of(field) tabindex="-1" aria-describedby=problems::problem_id(field)>
            <legend>{problems::legend(form, field)}</legend>
            <div class="people">
                {dynamic(faces)}
                {takes_unknown.then(|| somebody_unknown(all))}
                <button
                    type="button"
                    class="face"
                    id=OTHERS
                    aria-expanded=words(move || searching.get().to_string())
                    aria-controls="person-search"
                    on:click=press(move || searching.update(|it| *it = !*it))
                >
                    <span class="avatar dashed">{icon(Icon::Search)}</span>
                    <span>{t("visit-others")}</span>
                </button>
            </div>
            <div id="person-search">{dynamic(search)}</div>
            {problems::under(form, field)}
        </fieldset>
    }
}

/// The face of an unknown person, beside those who are chosen.
fn somebody_unknown(all: People) -> AnyView {
    let id = UNKNOWN.to_string();
    let chosen = id.clone();
    let pressed = words(move || all.chosen().contains(&chosen).to_string());
    face(t("unknown"), Some(Icon::Person), pressed, move || all.toggle(&id))
}

/// The search for any resident, within the form.
fn search(all: People, searching: RwSignal<bool>) -> AnyView {
    let close = move || {
        searching.set(false);
        problems::focus(OTHERS);
    };
    let choose = move |it: ResidentRow| {
        // A resident who is found stays chosen, even if they were already.
        if !all.chosen().contains(&it.id.to_string()) {
            choose(all, it.id, &it.called);
        }
        close();
    };
    picker(choose, close)
}

/// The residents to show, in an order that doesn't change with taps: those chosen by searching,
/// then the likeliest.
fn people(all: People, suggestion: &Suggestion) -> Vec<(Id, String)> {
    let likely: Vec<_> =
        suggestion.residents.iter().take(FACES).map(|it| (it.id, it.called.clone())).collect();
    let names = all.form.names.get();
    let chosen = all.chosen().into_iter().filter_map(|it| it.parse().ok());
    let chosen = chosen.filter(|it| *it != UNKNOWN);
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
    all.form.names.update(|it| {
        it.insert(id, name.to_owned());
    });
    all.toggle(&id.to_string());
}

/// A face with a name under it, pressed or not; `sign` replaces the initials.
fn face(
    name: String,
    sign: Option<Icon>,
    pressed: Signal<String>,
    act: impl Fn() + 'static,
) -> AnyView {
    let circle = match sign {
        Some(sign) => view! { <span class="avatar dashed">{icon(sign)}</span> }.into_any(),
        None => avatar(&name),
    };
    view! {
        <button type="button" class="face" aria-pressed=pressed on:click=press(act)>
            {circle}
            <span>{name}</span>
        </button>
    }
    .into_any()
}
