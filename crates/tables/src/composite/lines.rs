//! Steps and agenda lines: `2026-12-01 Bestill time ✓2026-12-01 | Møt opp`, `Søppel [id]`. The core gives
//! each line that is read an id.

use domain::field::composite::{DAY, DONE, ID, RECORD, TEXT};
use domain::{Id, written};
use serde_json::{Map, Value};

use crate::composite::parts;

/// What stands before the day on which a step was done.
const TICK: char = '✓';

/// Reads lines: a day, a text, a day on which it was done, a record, of which some may be missing.
pub fn read_lines(cell: &str) -> Value {
    if let Ok(list @ Value::Array(_)) = serde_json::from_str(cell) {
        return list;
    }
    parts(cell).map(read_line).collect()
}

fn read_line(part: &str) -> Value {
    let mut line = Map::new();
    let mut put = |key: &str, value: String| drop(line.insert(key.to_owned(), value.into()));
    let mut rest = part;
    if let Some((text, done)) = rest.rsplit_once(TICK)
        && let Some(day) = written::day(done)
    {
        put(DONE, day.to_string());
        rest = text.trim();
    }
    if let Some((text, id)) = rest.strip_suffix(']').and_then(|it| it.rsplit_once('['))
        && let Ok(id) = id.parse::<Id>()
    {
        put(RECORD, id.to_string());
        rest = text.trim();
    }
    if let Some((first, text)) = rest.split_once(' ')
        && let Some(day) = written::day(first)
    {
        put(DAY, day.to_string());
        rest = text.trim();
    }
    if !rest.is_empty() {
        put(TEXT, rest.to_owned());
    }
    line.into()
}

/// Writes lines; as JSON where they would be read as something else.
pub fn write_lines(value: &Value) -> String {
    let line = |it: &Value| {
        let text = |key: &str| it[key].as_str();
        let record = text(RECORD).map(|it| format!("[{it}]"));
        let done = text(DONE).map(|it| format!("{TICK}{it}"));
        let words = [text(DAY), text(TEXT), record.as_deref(), done.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<_> = value.as_array().into_iter().flatten().map(line).collect();
    let written = lines.join(" | ");
    if read_lines(&written) == without_ids(value) { written } else { value.to_string() }
}

fn without_ids(value: &Value) -> Value {
    let bare = |it: &Value| {
        let mut it = it.clone();
        if let Value::Object(line) = &mut it {
            line.remove(ID);
        }
        it
    };
    value.as_array().into_iter().flatten().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lines_are_read_as_they_were_written() {
        let lines = json!([
            { "day": "2026-12-01", "text": "Bestill time", "done": "2026-12-02" },
            { "text": "Møt opp" },
            { "text": "Søppel", "record": "01890a5d-ac96-774b-bcce-b302099a8057" },
            { "record": "01890a5d-ac96-774b-bcce-b302099a8057" },
        ]);
        assert_eq!(read_lines(&write_lines(&lines)), lines);
        for text in ["Ring Nav | be om time", "14.03.2026 brev kom", "ferdig ✓1.2.2026"] {
            let line = json!([{ "id": "01890a5d-ac96-774b-bcce-b302099a8057", "text": text }]);
            assert_eq!(read_lines(&write_lines(&line)), line, "{text}");
        }
    }
}
