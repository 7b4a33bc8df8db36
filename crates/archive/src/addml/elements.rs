//! The elements of `arkivuttrekk.xml`, with their fields in the order of the schema.

use serde::Serialize;

#[derive(Serialize)]
pub struct Addml {
    #[serde(rename = "@xmlns")]
    pub namespace: &'static str,
    #[serde(rename = "@name")]
    pub name: String,
    pub dataset: Dataset,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dataset {
    #[serde(rename = "@name")]
    pub name: String,
    pub description: String,
    pub reference: Reference,
    pub flat_files: FlatFiles,
    pub data_objects: Objects,
}

#[derive(Serialize)]
pub struct Reference {
    pub context: Context,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    pub additional_elements: Elements,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Elements {
    pub additional_element: Vec<Element>,
}

#[derive(Serialize)]
pub struct Element {
    #[serde(rename = "@name")]
    pub name: &'static str,
    pub value: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FlatFiles {
    pub flat_file: Vec<FlatFile>,
    pub flat_file_definitions: Definitions,
    pub structure_types: Types,
}

#[derive(Serialize)]
pub struct FlatFile {
    #[serde(rename = "@name")]
    pub name: String,
    #[serde(rename = "@definitionReference")]
    pub definition: String,
    pub properties: Properties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Definitions {
    pub flat_file_definition: Vec<Definition>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    #[serde(rename = "@name")]
    pub name: String,
    #[serde(rename = "@typeReference")]
    pub ty: &'static str,
    pub description: String,
    pub record_definitions: Records,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Records {
    pub record_definition: RecordDefinition,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordDefinition {
    #[serde(rename = "@name")]
    pub name: String,
    pub field_definitions: Fields,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fields {
    pub field_definition: Vec<FieldDefinition>,
}

#[derive(Serialize)]
pub struct FieldDefinition {
    #[serde(rename = "@name")]
    pub name: String,
    #[serde(rename = "@typeReference")]
    pub ty: &'static str,
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Codes>,
}

#[derive(Serialize)]
pub struct Codes {
    pub code: Vec<Code>,
}

#[derive(Serialize)]
pub struct Code {
    #[serde(rename = "@codeValue")]
    pub value: String,
    #[serde(rename = "@explan")]
    pub meaning: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Types {
    pub flat_file_types: FileTypes,
    pub field_types: FieldTypes,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileTypes {
    pub flat_file_type: FileType,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileType {
    #[serde(rename = "@name")]
    pub name: &'static str,
    pub charset: &'static str,
    pub delim_file_format: Format,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Format {
    pub record_separator: &'static str,
    pub field_separating_char: &'static str,
    pub quoting_char: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldTypes {
    pub field_type: Vec<FieldType>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldType {
    #[serde(rename = "@name")]
    pub name: &'static str,
    pub data_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_format: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Objects {
    pub data_object: Vec<Object>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Object {
    #[serde(rename = "@name")]
    pub name: String,
    pub properties: Properties,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_objects: Option<Objects>,
}

#[derive(Serialize)]
pub struct Properties {
    pub property: Vec<Property>,
}

#[derive(Serialize)]
pub struct Property {
    #[serde(rename = "@name")]
    pub name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Properties>,
}
