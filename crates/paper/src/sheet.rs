//! A document as its parts, before it is set on pages.

use serde::Serialize;

/// Words in a language, which decides their direction and how they are read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Words {
    /// The words. A line break in them stays one.
    pub text: String,
    /// Their language, a BCP 47 tag.
    pub language: String,
}

/// The same words in one language or in several, beneath one another.
pub type Lines = Vec<Words>;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// What it is, for the file and its first heading.
    pub title: Words,
    /// Whether the title stands on the page; a letter begins otherwise.
    pub titled: bool,
    /// What stands beneath each page, beside the page's number.
    pub foot: Words,
    /// What is said at the end if a character had to be replaced, because no font has it.
    pub odd: Words,
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// A heading, one or two levels below the title.
    Heading {
        /// 1 or 2.
        level: u8,
        /// What it says.
        words: Lines,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        words: Words,
        /// How it looks.
        look: Look,
    },
    /// What is known, each with its label.
    Facts {
        /// Labels and values.
        rows: Vec<[Words; 2]>,
    },
    /// Sentences, one after the other.
    Points {
        /// Each sentence, and the same in another language beneath.
        items: Vec<Lines>,
    },
    /// A table.
    Table {
        /// What the columns hold.
        head: Vec<Lines>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<Lines>>,
        /// How wide each column is, beside the others.
        widths: Vec<u8>,
    },
    /// Parts in a frame, which no page break divides.
    Frame {
        /// The language that decides the side at which its lines begin.
        language: String,
        /// The parts.
        blocks: Vec<Block>,
    },
    /// What follows begins on a page of its own.
    NewPage,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As text.
    Plain,
    /// Small, for what is only by the way.
    Small,
    /// Bold.
    Strong,
    /// In large type, to be read at arm's length.
    Large,
    /// Marked, for what must not be missed: that something is a draft.
    Marked,
}

impl Words {
    /// Words in a language.
    pub fn new(language: &str, text: impl Into<String>) -> Self {
        let lines = |it: char| it == '\n' || !it.is_control();
        let text = text.into().replace('\t', " ").chars().filter(|it| lines(*it)).collect();
        Self { text, language: language.to_owned() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Sheet {
    /// A document with its title on the first page.
    pub const fn new(title: Words, foot: Words) -> Self {
        let odd = Words { text: String::new(), language: String::new() };
        Self { title, titled: true, foot, odd, blocks: Vec::new() }
    }

    /// A document that a resident carries about. It says neither where they live nor who gave it to them.
    pub fn to_carry(title: Words) -> Self {
        Self { titled: false, ..Self::new(title, Words::default()) }
    }

    /// Adds a heading below the title.
    pub fn heading(&mut self, words: Lines) {
        self.blocks.push(Block::Heading { level: 1, words });
    }

    /// Adds a heading below that.
    pub fn smaller_heading(&mut self, words: Words) {
        self.blocks.push(Block::Heading { level: 2, words: vec![words] });
    }

    /// Adds a paragraph, unless it is empty.
    pub fn say(&mut self, look: Look, words: Words) {
        self.blocks.extend(paragraph(look, words));
    }

    /// Adds what is known. Values that are empty are left out with their labels.
    pub fn facts(&mut self, rows: Vec<[Words; 2]>) {
        self.blocks.extend(facts(rows));
    }
}

/// A paragraph, unless it is empty.
pub fn paragraph(look: Look, words: Words) -> Option<Block> {
    (!words.is_empty()).then_some(Block::Paragraph { words, look })
}

/// What is known, without what is empty; none if all is.
pub fn facts(rows: Vec<[Words; 2]>) -> Option<Block> {
    let rows: Vec<_> = rows.into_iter().filter(|[_, value]| !value.is_empty()).collect();
    (!rows.is_empty()).then_some(Block::Facts { rows })
}
