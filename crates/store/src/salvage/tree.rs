//! SQLite's pages: the rows on a page, and whether a table's tree is complete. See
//! <https://sqlite.org/fileformat2.html#b_tree_pages>.

use rusqlite::types::Value;

use crate::salvage::pages::{Pages, number};

const TABLE_LEAF: u8 = 0x0d;
const TABLE_INNER: u8 = 0x05;
const INDEX_LEAF: u8 = 0x0a;
const INDEX_INNER: u8 = 0x02;
/// Bytes before the first page's tree.
const FILE_HEADER: usize = 100;
/// Most levels of a tree. A deeper one is circular.
const DEEPEST: u32 = 20;

/// A row as it is stored.
#[derive(Debug)]
pub struct Row {
    /// Its number, in a table that numbers its rows.
    pub id: Option<i64>,
    /// Its columns.
    pub values: Vec<Value>,
}

/// A row on a page; none if a page on which it continues is missing.
pub type Cell = Option<Row>;

/// The rows on a page.
pub fn rows(pages: &Pages, page: u32, bytes: &[u8]) -> Vec<Cell> {
    let start = start(page);
    let kind = bytes.get(start).copied().unwrap_or_default();
    if !matches!(kind, TABLE_LEAF | INDEX_LEAF | INDEX_INNER) {
        return Vec::new();
    }
    let Some(bytes) = bytes.get(..pages.usable()) else { return Vec::new() };
    let cells = cells(bytes, start, kind);
    cells.filter_map(|it| Piece::at(bytes, it, kind)).map(|it| it.row(pages)).collect()
}

/// Walks through a tree. Returns whether all its pages are as they were last written.
pub fn walk(pages: &Pages, root: u32, found: &mut dyn FnMut(Row)) -> bool {
    walk_below(pages, (root, 0), found)
}

fn walk_below(pages: &Pages, (page, depth): (u32, u32), found: &mut dyn FnMut(Row)) -> bool {
    let bytes = pages.read(page).filter(|_| depth <= DEEPEST && pages.is_whole(page));
    let Some(bytes) = bytes else { return false };
    let start = start(page);
    let kind = bytes.get(start).copied().unwrap_or_default();
    let inner = matches!(kind, TABLE_INNER | INDEX_INNER);
    if !inner && !matches!(kind, TABLE_LEAF | INDEX_LEAF) {
        return false;
    }
    let below: Vec<usize> = cells(&bytes, start, kind).filter(|_| inner).collect();
    let mut whole = below
        .into_iter()
        .chain(inner.then_some(start + 8))
        .all(|at| walk_below(pages, (number(&bytes, at), depth + 1), found));
    for cell in rows(pages, page, &bytes) {
        whole &= cell.is_some();
        cell.map(&mut *found);
    }
    whole
}

const fn start(page: u32) -> usize {
    if page == 1 { FILE_HEADER } else { 0 }
}

/// The offsets of a page's cells.
fn cells(bytes: &[u8], start: usize, kind: u8) -> impl Iterator<Item = usize> {
    let short = |at: usize| {
        bytes.get(at..at + 2).map_or(0, |it| usize::from(it[0]) << 8 | usize::from(it[1]))
    };
    let count = short(start + 3);
    let first = start + if matches!(kind, TABLE_INNER | INDEX_INNER) { 12 } else { 8 };
    (0..count).map(move |it| short(first + 2 * it)).filter(|it| *it > 0)
}

/// The part of a row on its page, and the page on which it continues.
struct Piece<'a> {
    id: Option<i64>,
    size: usize,
    here: &'a [u8],
    next: u32,
}

impl<'a> Piece<'a> {
    fn at(bytes: &'a [u8], at: usize, kind: u8) -> Option<Self> {
        let usable = bytes.len();
        let mut rest = bytes.get(at..)?;
        if kind == INDEX_INNER {
            rest = rest.get(4..)?;
        }
        let size = usize::try_from(varint(&mut rest)?).ok()?;
        let id = if kind == TABLE_LEAF { Some(varint(&mut rest)?) } else { None };
        let most = if kind == TABLE_LEAF { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
        if size <= most {
            return Some(Self { id, size, here: rest.get(..size)?, next: 0 });
        }
        let least = (usable - 12) * 32 / 255 - 23;
        let wanted = least + (size - least) % (usable - 4);
        let local = if wanted <= most { wanted } else { least };
        Some(Self { id, size, here: rest.get(..local)?, next: number(rest, local) })
    }

    fn row(self, pages: &Pages) -> Cell {
        if self.size > pages.count() as usize * pages.usable() {
            return None;
        }
        let (mut record, mut next) = (self.here.to_vec(), self.next);
        while record.len() < self.size {
            let page = pages.read(next)?;
            let part = page.get(4..pages.usable())?;
            record.extend_from_slice(&part[..part.len().min(self.size - record.len())]);
            next = number(&page, 0);
        }
        Some(Row { id: self.id, values: values(&record)? })
    }
}

/// A record's columns. See <https://sqlite.org/fileformat2.html#record_format>.
fn values(record: &[u8]) -> Option<Vec<Value>> {
    let mut types = record;
    let length = usize::try_from(varint(&mut types)?).ok()?;
    let mut body = record.get(length..)?;
    let mut types = record.get(record.len() - types.len()..length)?;
    let mut values = Vec::new();
    while !types.is_empty() {
        values.push(value(varint(&mut types)?, &mut body)?);
    }
    Some(values)
}

fn value(kind: i64, body: &mut &[u8]) -> Option<Value> {
    let mut take = |length: i64| {
        let (taken, rest) = body.split_at_checked(usize::try_from(length).ok()?)?;
        *body = rest;
        Some(taken)
    };
    Some(match kind {
        0 => Value::Null,
        1..=4 => Value::Integer(integer(take(kind)?)),
        5 => Value::Integer(integer(take(6)?)),
        6 => Value::Integer(integer(take(8)?)),
        7 => Value::Real(f64::from_bits(integer(take(8)?).cast_unsigned())),
        8 | 9 => Value::Integer(kind - 8),
        12.. if kind % 2 == 0 => Value::Blob(take((kind - 12) / 2)?.to_vec()),
        13.. => Value::Text(String::from_utf8(take((kind - 13) / 2)?.to_vec()).ok()?),
        _ => return None,
    })
}

/// A signed number of up to eight bytes.
fn integer(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|it| *it > 0x7f) { -1 } else { 0 };
    bytes.iter().fold(sign, |number, byte| number << 8 | i64::from(*byte))
}

fn varint(bytes: &mut &[u8]) -> Option<i64> {
    let mut number: u64 = 0;
    for place in 1..=9 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        if place == 9 {
            return Some((number << 8 | u64::from(*byte)).cast_signed());
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if *byte < 0x80 {
            return Some(number.cast_signed());
        }
    }
    None
}
