//! The icons in use, on a grid of 24 by 24, with their names in Aksel (`@navikt/aksel-icons`, MIT,
//! © Nav). Each is one path, to a hundredth of a unit. A path in the page itself costs a browser
//! half of what a copy of a shape elsewhere does, and lists have hundreds.

use leptos::prelude::*;

macro_rules! icons {
    ($($icon:ident: $aksel:ident = $path:literal,)*) => {
        /// An icon. Decoration only: the text beside it, or its button's label, says the same.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $(#[doc = concat!("`", stringify!($aksel), "` in Aksel.")] $icon,)*
        }

        impl Icon {
            /// The icon of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($icon) => Some(Self::$icon),)*
                    _ => None,
                }
            }

            /// Its outline, filled by the even-odd rule (`base.css`).
            pub(super) const fn path(self) -> &'static str {
                match self {
                    $(Self::$icon => $path,)*
                }
            }
        }
    };
}

mod paths;

pub use paths::Icon;

/// Draws `icon` at the size of the text around it.
pub fn icon(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
    .into_any()
}
