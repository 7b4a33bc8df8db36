//! The icons in use: @navikt/aksel-icons, MIT, on a 24 by 24 grid. `ui/icons.mjs` gathers them
//! into one file that pages draw from, since numbers don't get smaller by being compiled.

use leptos::prelude::*;

/// An icon. Decoration only: the words beside it, or its button's label, say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Home,
    HomeFill,
    People,
    PeopleFill,
    Plus,
    Partners,
    More,
    Search,
    Check,
    Offline,
    Warning,
    Back,
    Close,
    Draft,
    Talk,
    Phone,
    Edit,
    Forward,
    Down,
    Mail,
    Health,
    House,
    Person,
    Bin,
    Copy,
    Invite,
    Door,
    Lock,
    Sync,
    Wallet,
    Mobile,
    Clock,
    Book,
    Note,
    Calendar,
    CalendarFill,
    Cases,
    CasesFill,
    Send,
    Print,
    History,
    Bus,
    Work,
    Family,
    Leisure,
    Shield,
    Passport,
    Neighbours,
    Place,
    Chart,
    Download,
    Upload,
    Language,
    Inbox,
    Bell,
    Undo,
    File,
}

impl Icon {
    /// Its name in Aksel, and so in the file.
    const fn name(self) -> &'static str {
        match self {
            Self::Home => "HouseHeart",
            Self::HomeFill => "HouseHeartFill",
            Self::People => "PersonGroup",
            Self::PeopleFill => "PersonGroupFill",
            Self::Plus => "Plus",
            Self::Partners => "Handshake",
            Self::More => "MenuElipsisHorizontal",
            Self::Search => "MagnifyingGlass",
            Self::Check => "Checkmark",
            Self::Offline => "CloudSlash",
            Self::Warning => "ExclamationmarkTriangle",
            Self::Back => "ArrowLeft",
            Self::Close => "XMark",
            Self::Draft => "Floppydisk",
            Self::Talk => "ChatElipsis",
            Self::Phone => "Phone",
            Self::Edit => "Pencil",
            Self::Forward => "ChevronRight",
            Self::Down => "ChevronDown",
            Self::Mail => "EnvelopeClosed",
            Self::Health => "Heart",
            Self::House => "House",
            Self::Person => "Person",
            Self::Bin => "Trash",
            Self::Copy => "Files",
            Self::Invite => "PersonPlus",
            Self::Door => "Door",
            Self::Lock => "PadlockLocked",
            Self::Sync => "ArrowsCirclepath",
            Self::Wallet => "Wallet",
            Self::Mobile => "Mobile",
            Self::Clock => "Clock",
            Self::Book => "OpenBook",
            Self::Note => "NotePencil",
            Self::Calendar => "Calendar",
            Self::CalendarFill => "CalendarFill",
            Self::Cases => "Tasklist",
            Self::CasesFill => "TasklistFill",
            Self::Send => "Paperplane",
            Self::Print => "PrinterSmall",
            Self::History => "ClockDashed",
            Self::Bus => "Bus",
            Self::Work => "Briefcase",
            Self::Family => "ChildEyes",
            Self::Leisure => "Sun",
            Self::Shield => "Shield",
            Self::Passport => "Passport",
            Self::Neighbours => "Buildings3",
            Self::Place => "LocationPin",
            Self::Chart => "BarChart",
            Self::Download => "Download",
            Self::Upload => "Upload",
            Self::Language => "Language",
            Self::Inbox => "Inbox",
            Self::Bell => "Bell",
            Self::Undo => "ArrowUndo",
            Self::File => "FileText",
        }
    }
}

/// Draws `icon` at the size of the text around it.
pub fn icon(icon: Icon) -> AnyView {
    let address = format!("/icons.svg#{}", icon.name());
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=address />
        </svg>
    }
    .into_any()
}
