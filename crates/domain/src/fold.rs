//! Folding of text for search: `aase` finds *Åse*, `oksana` finds *Оксана*, and an Arabic or
//! Tigrinya name is found under each spelling of its homophones.

mod marks;

/// The form in which text is indexed and looked up: small letters without marks,
/// Norwegian letters as their plain ones, Cyrillic in Latin letters, and variant
/// letters of Arabic and Ethiopic as one.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match latin(c).or_else(|| cyrillic(c)) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    if !folded.is_ascii() {
        let lengthening = |c: &char| *c != '\u{640}';
        let letters = marks::without(&folded);
        folded = letters.chars().filter(lengthening).map(|c| ethiopic(arabic(c))).collect();
    }
    while folded.contains("aa") {
        folded = folded.replace("aa", "a");
    }
    folded
}

/// The words of a text, folded, as they are looked up.
pub fn words(text: &str) -> Vec<String> {
    split(&fold(text)).map(str::to_owned).collect()
}

/// A folded text in which spellings of one sound are equal: *Alexander* and
/// *Aleksander*, *Wahid* and *Vahid*.
pub fn spoken(text: &str) -> String {
    let mut spoken = String::with_capacity(text.len());
    for c in fold(text).chars() {
        match c {
            'x' => spoken.push_str("ks"),
            'w' => spoken.push('v'),
            _ => spoken.push(c),
        }
    }
    spoken
}

/// The words of a folded text.
pub fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty())
}

/// Letters that Unicode doesn't decompose.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' | 'ö' => "o",
        'æ' | 'ä' => "ae",
        'ß' => "ss",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Cyrillic letters as they are commonly transcribed on Norwegian letters and doorbells.
fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'і' | 'ї' | 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'ь' | 'ъ' | 'ʼ' => "",
        _ => return None,
    })
}

/// Letters that writers of Arabic, Dari and Kurdish use for one another.
fn arabic(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ة' | 'ہ' | 'ۀ' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        '٠'..='٩' => western(c, '٠'),
        '۰'..='۹' => western(c, '۰'),
        _ => c,
    }
}

fn western(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Tigrinya and Amharic have series that sound alike and are spelled either way.
fn ethiopic(c: char) -> char {
    let series = |from: char, to: char| {
        let shifted = u32::from(c).wrapping_sub(u32::from(from)) + u32::from(to);
        char::from_u32(shifted).unwrap_or(c)
    };
    match c {
        'ሐ'..='ሖ' => series('ሐ', 'ሀ'),
        'ኀ'..='ኆ' => series('ኀ', 'ሀ'),
        'ሠ'..='ሦ' => series('ሠ', 'ሰ'),
        'ዐ'..='ዖ' => series('ዐ', 'አ'),
        'ፀ'..='ፆ' => series('ፀ', 'ጸ'),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_spelled() {
        let pairs = [
            ("Åse", "aase"),
            ("Åse", "ase"),
            ("Sørensen", "sorensen"),
            ("Zoë Łucja", "zoe lucja"),
            ("Оксана Коваленко", "Oksana Kovalenko"),
            ("أحمد", "احمد"),
            ("فاطمة", "فاطمه"),
            ("مُحَمَّد", "محمد"),
            ("ፀሐይ", "ጸሀይ"),
            ("Mu\u{308}ller", "müller"),
        ];
        for (stored, typed) in pairs {
            assert_eq!(fold(stored), fold(typed), "{stored} / {typed}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for text in ["Bjørn Ærlig", "Їжак", "العربية", "ትግርኛ", "aaaa", "👩‍👩‍👧 hei"]
        {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }

    #[test]
    fn words_are_what_stands_between_spaces_and_signs() {
        assert_eq!(words("Legetime kl. 10.30 – Øst"), ["legetime", "kl", "10", "30", "ost"]);
    }
}
