//! Documents set as PDF that meets PDF/UA-1, so that it can be read aloud, and PDF/A-2a, so that an archive
//! takes it.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::Fault;
use domain::fault::Result;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Dict, IntoValue, Smart};
use typst::text::Font;
use typst_as_lib::{TypstAsLibError, TypstEngine, TypstTemplateMainFile};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::sheet::{Look, Sheet};

/// Latin, Greek and Cyrillic, Arabic, and Ethiopic letters, and signs.
const FONTS: [&[u8]; 8] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// Stands for a character that no font has.
const ODD: char = char::REPLACEMENT_CHARACTER;

/// The fonts, to ask which characters they have.
static READ: LazyLock<Vec<Font>> =
    LazyLock::new(|| FONTS.iter().flat_map(|it| Font::iter(Bytes::new(*it))).collect());

/// Reading the fonts takes longer than setting a page.
static ENGINE: LazyLock<TypstEngine<TypstTemplateMainFile>> = LazyLock::new(|| {
    TypstEngine::builder()
        .main_file(include_str!("sheet.typ"))
        .fonts(FONTS)
        .comemo_evict_max_age(Some(10))
        .build()
});

/// Sets a document as PDF, dated `at`. The same document at the same moment gives the same bytes.
///
/// Fails where the document would meet neither of the two standards.
pub fn pdf(sheet: &Sheet, at: DateTime<Utc>) -> Result<Vec<u8>> {
    let inputs = Dict::from_iter([("sheet".into(), described(sheet)?.into_value())]);
    let set: PagedDocument = match ENGINE.compile_with_input(inputs).output {
        Ok(set) => set,
        Err(TypstAsLibError::TypstSource(all)) => return Err(unset(all.first())),
        Err(_) => return Err(unset(None)),
    };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Bomiljø".to_owned())),
        timestamp: moment(at).map(Timestamp::new_utc),
        standards: standards.map_err(|_| unset(None))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&set, &options).map_err(|all| unset(all.first()))
}

/// The document as JSON, in characters that the fonts have.
fn described(sheet: &Sheet) -> Result<String> {
    let written = |it: &Sheet| serde_json::to_string(it).map_err(|_| unset(None));
    let is_odd = |it: char| !it.is_ascii() && !has_glyph(it);
    let json = written(sheet)?;
    if !json.contains(is_odd) {
        return Ok(json);
    }
    let mut sheet = sheet.clone();
    sheet.say(Look::Small, sheet.odd.clone());
    Ok(written(&sheet)?.replace(is_odd, &ODD.to_string()))
}

fn has_glyph(it: char) -> bool {
    READ.iter().any(|font| font.info().coverage.contains(it.into()))
}

/// That a document could not be set. What typst says is told up to where it quotes the document.
fn unset(said: Option<&SourceDiagnostic>) -> Fault {
    let said = said.map_or("", |it| it.message.as_str());
    let detail = said.split(['"', '\'', '`', '“']).next().unwrap_or_default();
    Fault::BadCall { detail: format!("not printed: {}", detail.trim()) }
}

fn moment(at: DateTime<Utc>) -> Option<Datetime> {
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()]
            .map(|it| u8::try_from(it).unwrap_or_default());
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second)
}
