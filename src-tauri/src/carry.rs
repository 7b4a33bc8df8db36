//! What is carried away in a file, as the window hands it out.

use std::io::{Cursor, Write};

use app::App;
use archive::{Progress, Terms};
use domain::Fault;
use domain::fault::Result;
use domain::paper::{Carried, CarryOrder, HandOut};
use package::site::Sealed;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Makes what is asked for: a line of JSON, a [`HandOut`], and the file after it.
/// `told` hears how much of what takes long is done.
pub async fn make(app: &App, order: CarryOrder, told: &mut Progress<'_>) -> Result<Vec<u8>> {
    let (said, file) = made(app, order, told).await?;
    let mut all = serde_json::to_vec(&said).map_err(|it| storage(&it))?;
    all.push(b'\n');
    all.extend(file);
    Ok(all)
}

async fn made(app: &App, order: CarryOrder, told: &mut Progress<'_>) -> Result<(HandOut, Vec<u8>)> {
    let CarryOrder { what, locale } = order;
    Ok(match what {
        Carried::Package { handover, receiver } => {
            let package = package::pack(app, handover, receiver, &locale).await?;
            // No name of a person or an office: the file's name is seen where the file is not opened.
            let receiver = receiver.simple().to_string();
            let last = receiver.get(receiver.len().saturating_sub(4)..).unwrap_or_default();
            let (words, group, end) = (package.words, package.group, format!("-{last}.html"));
            (HandOut { words, group, end }, package.html.into_bytes())
        }
        Carried::Whole { handover } => sealed(package::whole::seal(app, handover, &locale).await?),
        Carried::Archive { creator, depot } => {
            archived(app, &Terms { creator, depot, locale }, told).await?
        }
        Carried::Site {} => sealed(package::site::seal(app).await?),
    })
}

fn sealed(Sealed { bytes, words }: Sealed) -> (HandOut, Vec<u8>) {
    (HandOut { words, group: None, end: ".age".to_owned() }, bytes)
}

/// The archive and what describes it, in one ZIP: a browser's window hands out one file at a time.
async fn archived(app: &App, terms: &Terms, told: &mut Progress<'_>) -> Result<(HandOut, Vec<u8>)> {
    let made = archive::archive(app, terms, told).await?;
    let words = archive::words(app, made.id)?;
    let files = [
        (format!("{}.tar.age", made.id), sealed::seal(&made.tar, &words)?),
        (format!("{}.info.xml", made.id), made.info.into_bytes()),
    ];
    let zipped = zipped(&files).map_err(|it| storage(&it))?;
    Ok((HandOut { words, group: None, end: ".zip".to_owned() }, zipped))
}

fn zipped(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn storage(problem: &impl std::fmt::Display) -> Fault {
    Fault::Storage { detail: problem.to_string() }
}
