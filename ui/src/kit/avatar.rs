//! A person as a circle with initials, always the same colour for the same name.

use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::{Icon, icon};

/// How many colours there are in the style sheet.
const COLOURS: u32 = 6;

/// The circle for a name. Decoration: the name is beside it.
pub fn avatar(name: &str) -> AnyView {
    let initials = initials(name);
    let class = format!("avatar colour-{}", colour(name));
    if initials.is_empty() {
        return view! { <span class=class aria-hidden="true">{icon(Icon::Person)}</span> }
            .into_any();
    }
    view! { <span class=class aria-hidden="true">{initials}</span> }.into_any()
}

/// The initials of the name itself, without the traits in brackets that tell it apart.
fn initials(name: &str) -> String {
    let name = name.rsplit_once(" (").map_or(name, |it| it.0);
    let firsts =
        name.split_whitespace().filter_map(|word| word.chars().find(|it| it.is_alphanumeric()));
    format::large(&firsts.take(2).collect::<String>())
}

fn colour(name: &str) -> u32 {
    name.chars().fold(7, |sum: u32, it| sum.wrapping_mul(31).wrapping_add(u32::from(it))) % COLOURS
}
