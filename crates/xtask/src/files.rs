//! Reading, writing and copying, with the file's name in every error.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file's content.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} can't be read", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, content))
        .with_context(|| format!("{} can't be written", path.display()))
}

/// All files under a folder but those under the names in `except`, relative to it and sorted.
pub fn under(folder: &Path, except: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, Path::new(""), except, &mut found)
        .with_context(|| format!("{} can't be read", folder.display()))?;
    found.sort();
    Ok(found)
}

/// Copies what has changed.
pub fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for path in under(from, &[])? {
        let content = read(&from.join(&path))?;
        if fs::read(to.join(&path)).ok().as_ref() != Some(&content) {
            write(&to.join(&path), &content)?;
        }
    }
    Ok(())
}

/// Deletes a folder, if there is one.
pub fn remove_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("{} can't be deleted", path.display()))?;
    }
    Ok(())
}

fn collect(
    root: &Path,
    at: &Path,
    except: &[&str],
    found: &mut Vec<PathBuf>,
) -> std::io::Result<()> {
    for entry in fs::read_dir(root.join(at))? {
        let entry = entry?;
        let path = at.join(entry.file_name());
        if except.iter().any(|name| path == Path::new(name)) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(root, &path, except, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_copied_but_for_what_is_excepted() {
        let root = tempfile::tempdir().unwrap();
        let (from, to) = (root.path().join("from"), root.path().join("to"));
        write(&from.join("deep/one.txt"), b"1").unwrap();
        write(&from.join("two.txt"), b"2").unwrap();
        copy_all(&from, &to).unwrap();
        assert_eq!(read(&to.join("deep/one.txt")).unwrap(), b"1");
        assert_eq!(under(&to, &["deep"]).unwrap(), [PathBuf::from("two.txt")]);
    }
}
