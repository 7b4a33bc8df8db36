//! What is carried away in files, as the window hands it out.

use app::App;
use archive::Terms;
use domain::Fault;
use domain::fault::Result;
use domain::paper::{Carried, CarryOrder, HandOut};

/// Files, and what is to be known of them.
struct Made {
    words: String,
    group: Option<domain::Id>,
    files: Vec<(String, Vec<u8>)>,
}

/// Makes what is asked for: a line of JSON, a [`HandOut`], and the files after it.
pub async fn make(app: &App, order: CarryOrder) -> Result<Vec<u8>> {
    let Made { words, group, files } = made(app, order).await?;
    let sizes = files.iter().map(|(name, bytes)| (name.clone(), bytes.len())).collect();
    let line = serde_json::to_string(&HandOut { words, group, files: sizes });
    let mut all = line.map_err(|it| Fault::Storage { detail: it.to_string() })?.into_bytes();
    all.push(b'\n');
    all.extend(files.into_iter().flat_map(|it| it.1));
    Ok(all)
}

async fn made(app: &App, order: CarryOrder) -> Result<Made> {
    let CarryOrder { what, locale } = order;
    let sealed = |name: &str, it: package::site::Sealed| Made {
        words: it.words,
        group: None,
        files: vec![(name.to_owned(), it.bytes)],
    };
    Ok(match what {
        Carried::Package { handover, receiver } => {
            let package = package::pack(app, handover, receiver, &locale).await?;
            // No name of a person or an office: the file's name is seen where the file is not opened.
            let receiver = receiver.simple().to_string();
            let end = receiver.get(receiver.len().saturating_sub(4)..).unwrap_or_default();
            let files = vec![(format!("-{end}.html"), package.html.into_bytes())];
            Made { words: package.words, group: package.group, files }
        }
        Carried::Whole { handover } => {
            sealed(".age", package::whole::seal(app, handover, &locale).await?)
        }
        Carried::Archive { creator, depot } => {
            archived(app, Terms { creator, depot, locale }).await?
        }
        Carried::Site {} => sealed(".age", package::site::seal(app).await?),
    })
}

async fn archived(app: &App, terms: Terms) -> Result<Made> {
    let made = archive::archive(app, &terms, &mut |_, _| ()).await?;
    let words = archive::words(app, made.id)?;
    let files = vec![
        (format!("{}.tar.age", made.id), sealed::seal(&made.tar, &words)?),
        (format!("{}.info.xml", made.id), made.info.into_bytes()),
    ];
    Ok(Made { words, group: None, files })
}
