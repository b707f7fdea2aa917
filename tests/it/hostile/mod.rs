//! Files that would do harm, given to the command line: each is refused, or taken, with place and reason, within two seconds of the
//! processor and 500 MB.
//!
//! The program under test is the one that was built with the tests; without optimization it takes several times as long. The released one, and what each file costs:
//! `DIENSTWEG=target/release/dienstweg cargo test --test it hostile:: -- --nocapture --test-threads 1 | grep ^hostile,`
//! prints `hostile,NAME,ms,MB` for each run.

mod archives;
mod folders;
mod json;
mod models;
mod tables;
mod writing;
mod xml;

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

/// Most memory in kilobytes; where the system can bound it, the program gets no more addresses than this.
const MOST_MEMORY: u64 = 500_000;
/// Greatest size of a file that is tried, in bytes.
const HUGE: u64 = 200 << 20;

fn program() -> (OsString, Duration) {
    let (own, fold) = (env!("CARGO_BIN_EXE_dienstweg"), if cfg!(debug_assertions) { 5 } else { 1 });
    let given = std::env::var_os("DIENSTWEG").map(|program| (program, 1));
    let (program, fold) = given.unwrap_or((own.into(), fold));
    (program, Duration::from_secs(2 * fold))
}

/// What a run of the program came to.
struct Ran {
    /// 0 good, 1 with faults, 2 could not.
    code: Option<i32>,
    out: String,
    fault: String,
}

/// Runs the program within time and memory; with this told to the shell before it.
#[track_caller]
#[expect(clippy::print_stdout, reason = "what each run costs, for who asks with --nocapture")]
fn run_after(before: &str, arguments: &[&Path]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let [out, fault] = ["out", "fault"].map(|name| folder.path().join(name));
    let (program, longest) = program();
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("ulimit -v {MOST_MEMORY}; {before} exec \"$0\" \"$@\" --lang de")).arg(program);
        shell
    } else {
        Command::new(program)
    };
    command.args(arguments).env("RUST_BACKTRACE", "0").stdout(File::create(&out).unwrap()).stderr(File::create(&fault).unwrap());
    let (status, took, memory) = watched(command.spawn().unwrap());
    let [out, fault] = [out, fault].map(|path| fs::read_to_string(path).unwrap());
    let name = arguments[1].file_name().unwrap_or_default().to_string_lossy();
    println!("hostile,{name},{},{}", took.as_millis(), memory / 1000);
    assert!(took < longest, "{name}: {took:?}");
    assert!(memory <= MOST_MEMORY, "{name}: {memory} kB");
    Ran { code: status.code(), out, fault }
}

#[track_caller]
fn run(arguments: &[&Path]) -> Ran {
    run_after("", arguments)
}

/// How a program ended, after which time of the processor, and its greatest memory in kilobytes. Where the system does not tell, the time of
/// day counts and the memory is 0.
fn watched(mut child: Child) -> (ExitStatus, Duration, u64) {
    let folder = PathBuf::from(format!("/proc/{}", child.id()));
    let (start, mut spent, mut greatest) = (Instant::now(), None, 0);
    loop {
        spent = processor_time(&folder).max(spent);
        let status = fs::read_to_string(folder.join("status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        greatest = greatest.max(line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0));
        if let Some(ended) = child.try_wait().unwrap() {
            return (ended, spent.unwrap_or(start.elapsed()), greatest);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What a process has spent in its own code and in the system's: the 14th and 15th of its figures, in hundredths of a second (`proc(5)`).
fn processor_time(folder: &Path) -> Option<Duration> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let behind_name = stat.rsplit_once(')')?.1;
    let ticks: Vec<u64> = behind_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    Some(Duration::from_millis(ticks.iter().sum::<u64>() * 10))
}

/// A folder with one file in it.
fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// A folder with a file of the size that no reader takes. It has a hole in it, so it takes no room on the disk.
fn huge(name: &str, begin: &str) -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = file(name, begin.as_bytes());
    File::options().write(true).open(&path).unwrap().set_len(HUGE).unwrap();
    (folder, path)
}

/// A folder with these files.
fn tree(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The import of a file is refused, in a sentence that begins so; nothing is written.
#[track_caller]
fn refuse(name: &str, bytes: &[u8], reason: &str) {
    let (_folder, path) = file(name, bytes);
    refuse_path(&path, reason);
}

#[track_caller]
fn refuse_path(path: &Path, reason: &str) {
    let name = path.file_name().unwrap().to_str().unwrap();
    refuse_naming(path, name, reason);
}

/// As [`refuse_path`], where the sentence names another file.
#[track_caller]
fn refuse_naming(path: &Path, name: &str, reason: &str) {
    let ran = import(path);
    assert_eq!(ran.code, Some(2), "{}", ran.fault);
    let sentence = ran.fault.strip_prefix(&format!("„{name}“ kann nicht importiert werden. ")).unwrap_or_else(|| panic!("{}", ran.fault));
    assert!(sentence.starts_with(reason), "{sentence}");
}

/// A file or folder is imported, and among what is said of it is each of these.
#[track_caller]
fn take(path: &Path, said: &[&str]) {
    let ran = import(path);
    assert_eq!(ran.code, Some(0), "{}", ran.fault);
    for sentence in said {
        assert!(ran.out.contains(sentence), "{sentence}\n{}", ran.out.chars().take(2_000).collect::<String>());
    }
}

#[track_caller]
fn import(path: &Path) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("x.dienstweg.ron");
    let ran = run(&[Path::new("import"), path, Path::new("--out"), &out, Path::new("--report")]);
    assert_eq!(out.exists(), ran.code == Some(0));
    ran
}
