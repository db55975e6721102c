//! Putting values into a TOML text that a person wrote: comments, order and unknown keys stay.
//! Not here: reading such a text and telling what is wrong with it (`toml_reader`).

use toml_edit::{Decor, DocumentMut, Item, Key, RawString, TableLike, Value};

/// A key and its new value; `None` for a key that is to be missing, since TOML has no null.
pub type Entry = (&'static str, Option<Value>);

/// Those entries whose values are not what they were; all of them when nothing is known of before.
pub fn changed<const N: usize>(
    before: Option<&[Entry; N]>,
    after: [Entry; N],
) -> impl Iterator<Item = Entry> {
    let printed = |(_, value): &Entry| value.as_ref().map(Value::to_string);
    let before: Vec<_> = before.into_iter().flatten().map(printed).collect();
    let is_same = move |at, entry: &Entry| before.get(at) == Some(&printed(entry));
    let numbered = after.into_iter().enumerate();
    numbered.filter_map(move |(at, entry)| (!is_same(at, &entry)).then_some(entry))
}

/// Sets a value. Where there was one, the comment behind it stays.
pub fn set(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(former) => {
            value.decor_mut().clone_from(former.decor());
            *former = value;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// Removes a key. The comment above it stays, because it may speak of more than that key.
pub fn remove(document: &mut DocumentMut, key: &str) {
    let mut keys = document.iter().map(|(key, _)| key.to_owned());
    if !keys.any(|each| each == key) {
        return;
    }
    let next = keys.next();
    drop(keys);
    let decor = document.key(key).map(Key::leaf_decor);
    let above = decor.and_then(|decor| decor.prefix()?.as_str());
    let above = above.unwrap_or_default().to_owned();
    document.remove(key);
    let put_above = |decor: &mut Decor| {
        let own = decor.prefix().and_then(RawString::as_str);
        let both = above.clone() + own.unwrap_or_default();
        decor.set_prefix(both);
    };
    match next.and_then(|next| document.get_key_value_mut(&next)) {
        Some((_, Item::Table(table))) => put_above(table.decor_mut()),
        Some((mut key, _)) => put_above(key.leaf_decor_mut()),
        None => {
            let own = document.trailing().as_str().unwrap_or_default();
            document.set_trailing(above + own);
        }
    }
}

/// The text of a document that was read from `former`, with its line ends.
pub fn text(document: &DocumentMut, former: &str) -> String {
    // `toml_edit` drops the `\r` of every line.
    let text = document.to_string();
    if former.contains("\r\n") {
        text.replace('\n', "\r\n")
    } else {
        text
    }
}
