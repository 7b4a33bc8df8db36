//! Every word the interface says, from the Fluent files in `locales/`.

use std::cell::RefCell;

use domain::{Fault, Problem};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// The languages of the interface, the default first.
pub const LOCALES: [&str; 3] = ["nb", "nn", "en"];

const NB: [&str; 3] = [
    include_str!("../../locales/nb/kinds.ftl"),
    include_str!("../../locales/nb/faults.ftl"),
    include_str!("../../locales/nb/ui.ftl"),
];
const NN: [&str; 3] = [
    include_str!("../../locales/nn/kinds.ftl"),
    include_str!("../../locales/nn/faults.ftl"),
    include_str!("../../locales/nn/ui.ftl"),
];
const EN: [&str; 3] = [
    include_str!("../../locales/en/kinds.ftl"),
    include_str!("../../locales/en/faults.ftl"),
    include_str!("../../locales/en/ui.ftl"),
];

struct Chosen {
    locale: &'static str,
    bundle: FluentBundle<FluentResource>,
}

thread_local! {
    static CHOSEN: RefCell<Chosen> = RefCell::new(Chosen::new("nb"));
}

impl Chosen {
    fn new(tag: &str) -> Self {
        let (locale, sources) = match tag.get(..2) {
            Some("nn") => ("nn", NN),
            Some("en") => ("en", EN),
            _ => ("nb", NB),
        };
        let mut bundle = FluentBundle::new(locale.parse().into_iter().collect());
        // Isolation marks would show up when a text is copied or compared.
        bundle.set_use_isolating(false);
        for source in sources {
            // A faulty line leaves the rest readable; the tests see to it that there is none.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|it| it.0);
            let _ = bundle.add_resource(resource);
        }
        Self { locale, bundle }
    }

    fn say(
        &self,
        id: &str,
        attribute: Option<&str>,
        values: Option<&FluentArgs>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(self.bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
    }
}

/// Speaks another language from here on.
pub fn choose(tag: &str) {
    CHOSEN.with_borrow_mut(|chosen| *chosen = Chosen::new(tag));
}

/// The language spoken: `nb`, `nn` or `en`.
pub fn locale() -> &'static str {
    CHOSEN.with_borrow(|chosen| chosen.locale)
}

/// The text of that name.
pub fn t(id: &str) -> String {
    say(id, None, None)
}

/// The text of that name, with values filled in.
pub fn tv<'a>(id: &str, values: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> String {
    say(id, None, Some(&values.into_iter().collect()))
}

/// The text of that name, with the number `n` filled in.
pub fn tn(id: &str, n: i64) -> String {
    tv(id, [("n", n.into())])
}

/// The label of a field of a kind, or of a value in a list. A value that only a newer
/// version knows is shown as it is stored.
pub fn label(message: &str, attribute: &str) -> String {
    CHOSEN
        .with_borrow(|chosen| chosen.say(message, Some(attribute), None))
        .unwrap_or_else(|| attribute.to_owned())
}

/// What is wrong with a value, in words.
pub fn problem(problem: &Problem) -> String {
    let code: &str = problem.into();
    let mut values = FluentArgs::new();
    match problem {
        Problem::TooLong { most } | Problem::TooMany { most } => values.set("most", *most),
        Problem::OutOfRange { least, most } => {
            values.set("least", *least);
            values.set("most", *most);
        }
        _ => {}
    }
    say(&format!("problem-{code}"), None, Some(&values))
}

/// What went wrong, that nothing was lost, and what to do.
pub fn fault(fault: &Fault) -> String {
    let code: &str = fault.into();
    let mut values = FluentArgs::new();
    match fault {
        Fault::Damaged { kept } => values.set("kept", kept.clone()),
        Fault::BadCall { detail } | Fault::Storage { detail } | Fault::Untrusted { detail } => {
            values.set("detail", detail.clone());
        }
        Fault::Refused { reason } => values.set("reason", reason.clone()),
        Fault::BadFile { file, detail } => {
            values.set("file", file.clone());
            values.set("detail", detail.clone());
        }
        Fault::Invalid { issues } => values.set("count", issues.len()),
        _ => {}
    }
    say(&format!("fault-{code}"), None, Some(&values))
}

/// The same in three or four words, for where there is no room.
pub fn fault_briefly(fault: &Fault) -> String {
    let code: &str = fault.into();
    label(&format!("fault-{code}"), "short")
}

fn say(id: &str, attribute: Option<&str>, values: Option<&FluentArgs>) -> String {
    CHOSEN.with_borrow(|chosen| chosen.say(id, attribute, values)).unwrap_or_else(|| id.to_owned())
}
