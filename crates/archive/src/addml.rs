//! `arkivuttrekk.xml`: what the extract is of, the tables with what stands in each column, and the files of
//! Noark with their hashes (ADDML 8.3).

mod elements;

use domain::fault::Result;
use domain::{Field, Type};

use crate::addml::elements::{
    Addml, Code, Codes, Context, Dataset, Definition, Definitions, Element, Elements,
    FieldDefinition, FieldType, FieldTypes, Fields, FileType, FileTypes, FlatFile, FlatFiles,
    Format, Object, Objects, Properties, Property, RecordDefinition, Records, Reference, Types,
};
use crate::everything::Everything;
use crate::files::{File, Files};
use crate::{rows, xml};

/// The type of all tables.
const TABLE: &str = "tabell";
const TEXT: &str = "tekst";
const NUMBER: &str = "tall";
const DAY: &str = "dag";
const MOMENT: &str = "tidspunkt";

/// The file. The extract's other files have been added before.
pub fn write(all: &Everything, files: &Files) -> Result<String> {
    let name = xml::some(&all.site);
    let addml = Addml {
        namespace: "http://www.arkivverket.no/standarder/addml",
        name: name.clone(),
        dataset: Dataset {
            name,
            description: "Alt som er registrert i Bomiljø, med endringer".to_owned(),
            reference: reference(all),
            flat_files: flat_files(all, files),
            data_objects: objects(files),
        },
    };
    xml::file("addml", &addml)
}

fn reference(all: &Everything) -> Reference {
    let day = |at| all.zone.day(at).to_string();
    let elements = [
        ("recordCreators", xml::some(&all.creator)),
        ("systemType", "Fagsystem".to_owned()),
        ("systemName", "Bomiljø".to_owned()),
        ("startDate", day(all.begun())),
        ("endDate", day(all.made)),
    ];
    let elements = elements.map(|(name, value)| Element { name, value });
    Reference {
        context: Context { additional_elements: Elements { additional_element: elements.into() } },
    }
}

fn flat_files(all: &Everything, files: &Files) -> FlatFiles {
    let tables = files.below("content/tabeller/");
    let flat_file = tables.map(|it| FlatFile {
        name: it.name().to_owned(),
        definition: it.name().trim_end_matches(".csv").to_owned(),
        properties: Properties { property: vec![path(it), checksum(it)] },
    });
    let of_kinds = rows::kinds(all).map(|kind| {
        let signed =
            rows::SIGNED.map(|it| column(it, if it.ends_with("_at") { MOMENT } else { TEXT }));
        let fields = kind.fields.iter().map(|it| described(all, kind.name, it));
        let rows = rows::count(all, kind);
        let what = format!("{}: {rows} rader", all.label(kind.name, ""));
        definition(kind.name, what, signed.into_iter().chain(fields).collect())
    });
    let changes = rows::CHANGES.map(|it| column(it, if it == "at" { MOMENT } else { TEXT }));
    let changes = definition(rows::ALL_CHANGES, "Alle endringer".to_owned(), changes.into());
    FlatFiles {
        flat_file: flat_file.collect(),
        flat_file_definitions: Definitions {
            flat_file_definition: of_kinds.chain([changes]).collect(),
        },
        structure_types: types(),
    }
}

fn definition(name: &str, description: String, fields: Vec<FieldDefinition>) -> Definition {
    Definition {
        name: name.to_owned(),
        ty: TABLE,
        description,
        record_definitions: Records {
            record_definition: RecordDefinition {
                name: name.to_owned(),
                field_definitions: Fields { field_definition: fields },
            },
        },
    }
}

fn column(name: &str, ty: &'static str) -> FieldDefinition {
    FieldDefinition { name: name.to_owned(), ty, description: name.to_owned(), codes: None }
}

/// A column with a field of a kind; of a list, what each value means.
fn described(all: &Everything, kind: &str, field: &Field) -> FieldDefinition {
    let ty = match field.ty {
        Type::Day => DAY,
        Type::Moment => MOMENT,
        Type::Number { .. } | Type::Tally { .. } | Type::Money => NUMBER,
        _ => TEXT,
    };
    let codes = match field.ty {
        Type::Choice(list) | Type::Choices(list) => {
            let meaning = |value: &&str| Code {
                value: (*value).to_owned(),
                meaning: all.label(list.name, value).to_owned(),
            };
            Some(Codes { code: list.values.iter().map(meaning).collect() })
        }
        _ => None,
    };
    let label = all.label(kind, field.name);
    FieldDefinition { name: field.name.to_owned(), ty, description: label.to_owned(), codes }
}

fn types() -> Types {
    let field = |name, data_type, field_format| FieldType { name, data_type, field_format };
    let delim_file_format =
        Format { record_separator: "LF", field_separating_char: ";", quoting_char: "\"" };
    Types {
        flat_file_types: FileTypes {
            flat_file_type: FileType { name: TABLE, charset: "UTF-8", delim_file_format },
        },
        field_types: FieldTypes {
            field_type: vec![
                field(TEXT, "string", None),
                field(NUMBER, "integer", None),
                field(DAY, "date", Some("YYYY-MM-DD")),
                field(MOMENT, "datetime", Some("YYYY-MM-DDThh:mm:ssZ")),
            ],
        },
    }
}

/// The extract, and in it the files of Noark.
fn objects(files: &Files) -> Objects {
    let of_noark = files.below("content/").filter(|it| it.ending() == "xml").map(|it| Object {
        name: it.name().trim_end_matches(".xml").to_owned(),
        properties: Properties { property: vec![path(it), checksum(it)] },
        data_objects: None,
    });
    let version = vec![said("type", "Noark 5"), said("version", "5.0")];
    let documents = files.below("content/dokumenter/").count();
    let info = holding("info", version);
    let count = said("antallDokumentfiler", &documents.to_string());
    let whole = Object {
        name: "Noark 5-arkivuttrekk".to_owned(),
        properties: Properties { property: vec![info, count] },
        data_objects: Some(Objects { data_object: of_noark.collect() }),
    };
    Objects { data_object: vec![whole] }
}

fn path(file: &File) -> Property {
    let format = if file.ending() == "xml" { "XML" } else { "CSV" };
    let path = file.path.trim_start_matches("content/");
    holding("file", vec![said("name", path), said("format", format)])
}

fn checksum(file: &File) -> Property {
    holding("checksum", vec![said("algorithm", "SHA256"), said("value", &file.hash)])
}

fn said(name: &'static str, value: &str) -> Property {
    Property { name, value: Some(value.to_owned()), properties: None }
}

fn holding(name: &'static str, property: Vec<Property>) -> Property {
    Property { name, value: None, properties: Some(Properties { property }) }
}
