//! An archive as its depot finds it, and the official schemas.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The folder of the official schemas, from the variable that names it.
pub const SCHEMAS: &str = "NOARK_SCHEMAS";

/// The files of an archive, each with the schema that it follows.
const SCHEMA_OF: [(&str, &str); 6] = [
    ("content/arkivstruktur.xml", "N5/v5.0/arkivstruktur.xsd"),
    ("content/endringslogg.xml", "N5/v5.0/endringslogg.xsd"),
    ("content/arkivuttrekk.xml", "ADDML/v8.3/addml.xsd"),
    ("dias-mets.xml", "METS/latest/DIAS_METS.xsd"),
    ("administrative_metadata/dias-premis.xml", "PREMIS/latest/DIAS_PREMIS.xsd"),
    ("log.xml", "PREMIS/latest/DIAS_PREMIS.xsd"),
];
const SCHEMA_OF_INFO: &str = "INFOFIL/latest/submissionDescription.xsd";

/// An archive, unpacked.
pub struct Unpacked {
    folder: TempDir,
    /// Its files by their paths below the archive's folder.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Unpacked {
    /// The files of a TAR, and beside them the file that describes it.
    pub fn of(tar: &[u8], info: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let mut files = BTreeMap::new();
        for entry in tar::Archive::new(tar).entries().unwrap() {
            let mut entry = entry.unwrap();
            let path = entry.path().unwrap().to_string_lossy().into_owned();
            let below = path.split_once('/').unwrap().1.to_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            let at = folder.path().join(&below);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(&at, &bytes).unwrap();
            files.insert(below, bytes);
        }
        fs::write(folder.path().join("info.xml"), info).unwrap();
        Self { folder, files }
    }

    /// What each document says, by its path.
    pub fn documents(&self) -> Vec<(String, String)> {
        let document = |it: &&String| it.starts_with("content/dokumenter/");
        let text = |path: &String| {
            let file = self.folder.path().join(path);
            let said = Command::new("pdftotext").arg(file).arg("-").output().unwrap();
            (path.clone(), String::from_utf8_lossy(&said.stdout).into_owned())
        };
        self.files.keys().filter(document).map(text).collect()
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// What `xmllint` finds at a path in a file: `//mappe/tittel`, without namespaces.
    pub fn found(&self, path: &str, expression: &str) -> Vec<String> {
        let plain = expression.split('/').map(|it| match it.split_once('[') {
            _ if it.is_empty() => String::new(),
            Some((name, rest)) => format!("*[local-name()='{name}'][{rest}"),
            None => format!("*[local-name()='{it}']"),
        });
        let plain = plain.collect::<Vec<_>>().join("/");
        let file = self.folder.path().join(path);
        let found = run(Command::new("xmllint").args(["--xpath", &plain]).arg(file));
        let texts = found.split('<').filter_map(|it| it.split_once('>'));
        texts.map(|it| it.1.trim().to_owned()).filter(|it| !it.is_empty()).collect()
    }

    /// Checks that all are XML; against the official schemas as well, where the variable names their
    /// folder. Answers with what was done, in words.
    pub fn validates(&self) -> String {
        let info = ("info.xml", SCHEMA_OF_INFO);
        let all = SCHEMA_OF.into_iter().chain([info]);
        let Some(schemas) = std::env::var_os(SCHEMAS).map(PathBuf::from) else {
            for (file, _) in all {
                run(Command::new("xmllint").arg("--noout").arg(self.folder.path().join(file)));
            }
            return "structure only".to_owned();
        };
        let mut used = std::collections::BTreeSet::new();
        for (file, schema) in all {
            valid(&schemas, schema, &self.folder.path().join(file));
            used.insert(schema);
        }
        format!("validated against {} official schemas", used.len())
    }
}

fn valid(schemas: &Path, schema: &str, file: &Path) {
    let mut lint = Command::new("xmllint");
    lint.env("XML_CATALOG_FILES", schemas.join("catalog.xml"));
    lint.args(["--nonet", "--noout", "--schema"]).arg(schemas.join(schema)).arg(file);
    run(&mut lint);
}

fn run(command: &mut Command) -> String {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}
