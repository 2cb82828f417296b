// SPDX-License-Identifier: EUPL-1.2
// Messages between the kiosk page and its daemon on loopback, link `/local/link`. `hello.token` is the page
// token. Papers themselves go by HTTP on the same loopback address, header X-Page-Token:
//   GET  /local/papers/{paper_id}   the bytes of a page (image/jpeg) or document (application/pdf)
//   POST /local/papers              a file received from the adviser, content type kept -> Paper
// Preview strips arrive as binary frames, little endian: u8 kind = 1, u8 channels (1 grey, 3 RGB), u16 zero,
// u32 page_number, u32 first_row, u32 rows, u32 width, u32 rows of the whole page (0 = unknown), then the
// pixels.
#pragma once

#include "kiosk_protocol/kiosk_link.hpp"
#include "kiosk_protocol/papers.hpp"

namespace parvis::kiosk_protocol {

/// waiting: the citizen has not decided; agreed: may go to the adviser; kept: refused, to be dropped.
BOOST_DEFINE_ENUM_CLASS(PaperState, waiting, agreed, kept)

/// A page or document in the daemon's memory. `bytes` is its size; width and height in pixels when it is a
/// page.
struct Paper {
    PaperId paper_id;
    std::string media_type;
    std::int64_t bytes{};
    PaperState state{};
    std::optional<std::int32_t> page_number;
    std::optional<std::int32_t> width;
    std::optional<std::int32_t> height;
    std::optional<std::int32_t> resolution;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (paper_id, media_type, bytes, state, page_number, width, height, resolution))

struct PairingDisplay {
    std::string code;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(PairingDisplay, (), (code, expires_at))

/// `offline_site`/tiles are the last known ones when `online` is false.
namespace to_page { // daemon -> page

struct Snapshot {
    static constexpr std::string_view type = "snapshot";
    static constexpr std::string_view schema_name = "ToPageSnapshot";
    bool paired{};
    bool online{};
    std::optional<PairingDisplay> pairing;
    std::optional<KioskCard> kiosk;
    std::optional<SiteCard> site;
    std::vector<SubjectTile> tiles;
    BellState bell{};
    std::optional<KioskInterview> interview;
    std::vector<Paper> papers;
    DeviceReport devices;
    std::int32_t idle_seconds{}; // on any screen but the first and the call, back to the first screen
    std::int32_t end_seconds{};  // end screen, back to the first screen
};
BOOST_DESCRIBE_STRUCT(Snapshot, (),
                      (paired, online, pairing, kiosk, site, tiles, bell, interview, papers, devices,
                       idle_seconds, end_seconds))

struct LinkChanged {
    static constexpr std::string_view type = "link";
    static constexpr std::string_view schema_name = "ToPageLinkChanged";
    bool online{};
};
BOOST_DESCRIBE_STRUCT(LinkChanged, (), (online))

struct PairingChanged {
    static constexpr std::string_view type = "pairing";
    static constexpr std::string_view schema_name = "ToPagePairingChanged";
    bool paired{};
    std::optional<PairingDisplay> pairing;
};
BOOST_DESCRIBE_STRUCT(PairingChanged, (), (paired, pairing))

using Tiles = to_kiosk::Tiles;
using Interview = to_kiosk::Interview;
using Signal = to_kiosk::Signal;
using Bell = to_kiosk::Bell;

struct Devices {
    static constexpr std::string_view type = "devices";
    static constexpr std::string_view schema_name = "ToPageDevices";
    DeviceReport report;
};
BOOST_DESCRIBE_STRUCT(Devices, (), (report))

struct ScanStarted {
    static constexpr std::string_view type = "scan_started";
    static constexpr std::string_view schema_name = "ToPageScanStarted";
    CommandId command_id;
    std::int32_t page_number{};
    std::int32_t width{};               // of the full page
    std::optional<std::int32_t> height; // absent when the scanner does not know
    std::int32_t preview_width{};
};
BOOST_DESCRIBE_STRUCT(ScanStarted, (), (command_id, page_number, width, height, preview_width))

struct PageScanned {
    static constexpr std::string_view type = "page_scanned";
    static constexpr std::string_view schema_name = "ToPagePageScanned";
    CommandId command_id;
    Paper page;
};
BOOST_DESCRIBE_STRUCT(PageScanned, (), (command_id, page))

struct ScanFinished {
    static constexpr std::string_view type = "scan_finished";
    static constexpr std::string_view schema_name = "ToPageScanFinished";
    CommandId command_id;
    std::int32_t pages{};
};
BOOST_DESCRIBE_STRUCT(ScanFinished, (), (command_id, pages))

struct ScanFailed {
    static constexpr std::string_view type = "scan_failed";
    static constexpr std::string_view schema_name = "ToPageScanFailed";
    CommandId command_id;
    ScanStatus status{};
    std::int32_t pages{}; // complete pages before the failure: they are kept
};
BOOST_DESCRIBE_STRUCT(ScanFailed, (), (command_id, status, pages))

/// A retouched page, or an assembled document, is ready (a new paper id; the old page stays until dropped).
struct PaperReady {
    static constexpr std::string_view type = "paper_ready";
    static constexpr std::string_view schema_name = "ToPagePaperReady";
    CommandId command_id;
    Paper paper;
    std::optional<PaperId> replaces;
};
BOOST_DESCRIBE_STRUCT(PaperReady, (), (command_id, paper, replaces))

struct CommandFailed {
    static constexpr std::string_view type = "command_failed";
    static constexpr std::string_view schema_name = "ToPageCommandFailed";
    CommandId command_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CommandFailed, (), (command_id, reason))

struct PrintChanged {
    static constexpr std::string_view type = "print_changed";
    static constexpr std::string_view schema_name = "ToPagePrintChanged";
    CommandId command_id;
    PrintState state{};
    std::vector<DeviceReason> reasons;
};
BOOST_DESCRIBE_STRUCT(PrintChanged, (), (command_id, state, reasons))

struct Wiped {
    static constexpr std::string_view type = "wiped";
    static constexpr std::string_view schema_name = "ToPageWiped";
    std::optional<InterviewId> interview_id;
    WipeCounts counts;
};
BOOST_DESCRIBE_STRUCT(Wiped, (), (interview_id, counts))

} // namespace to_page

namespace from_page { // page -> daemon commands; each is answered with done or refused

using Ring = from_kiosk::Ring;
using Withdraw = from_kiosk::Withdraw;
using Answer = from_kiosk::Answer;
using Leave = from_kiosk::Leave;
using Signal = from_kiosk::Signal;
/// When there is no network the daemon sounds the kiosk's own loudspeaker and answers done all the same.
using Bell = from_kiosk::Bell;

/// What only the page can know of its devices: ready or absent, told after each getUserMedia.
struct PageDevices {
    static constexpr std::string_view type = "page_devices";
    static constexpr std::string_view schema_name = "FromPagePageDevices";
    DeviceState camera;
    DeviceState microphone;
    DeviceState loudspeaker;
};
BOOST_DESCRIBE_STRUCT(PageDevices, (), (camera, microphone, loudspeaker))

struct Scan {
    static constexpr std::string_view type = "scan";
    static constexpr std::string_view schema_name = "FromPageScan";
    CommandId command_id; // the adviser's: repeating it starts nothing new
    std::string grant;
    ScanOptions options;
};
BOOST_DESCRIBE_STRUCT(Scan, (), (command_id, grant, options))

struct CancelScan {
    static constexpr std::string_view type = "cancel_scan";
    static constexpr std::string_view schema_name = "FromPageCancelScan";
    CommandId command_id;
};
BOOST_DESCRIBE_STRUCT(CancelScan, (), (command_id))

/// The citizen's touch. `keep` drops the page at once.
struct DecidePage {
    static constexpr std::string_view type = "decide_page";
    static constexpr std::string_view schema_name = "FromPageDecidePage";
    PaperId paper_id;
    Decision decision{};
};
BOOST_DESCRIBE_STRUCT(DecidePage, (), (paper_id, decision))

struct Retouch {
    static constexpr std::string_view type = "retouch";
    static constexpr std::string_view schema_name = "FromPageRetouch";
    CommandId command_id;
    std::string grant;
    PaperId paper_id;
    RetouchOperation operation;
};
BOOST_DESCRIBE_STRUCT(Retouch, (), (command_id, grant, paper_id, operation))

/// One PDF of agreed pages, in this order.
struct Assemble {
    static constexpr std::string_view type = "assemble";
    static constexpr std::string_view schema_name = "FromPageAssemble";
    CommandId command_id;
    std::string grant;
    std::vector<PaperId> paper_ids;
    bool black_and_white{};
};
BOOST_DESCRIBE_STRUCT(Assemble, (), (command_id, grant, paper_ids, black_and_white))

struct DropPaper {
    static constexpr std::string_view type = "drop_paper";
    static constexpr std::string_view schema_name = "FromPageDropPaper";
    PaperId paper_id;
};
BOOST_DESCRIBE_STRUCT(DropPaper, (), (paper_id))

/// A PDF of the adviser is about to be shown and not printed. `done`: it may be.
struct ShowPaper {
    static constexpr std::string_view type = "show_paper";
    static constexpr std::string_view schema_name = "FromPageShowPaper";
    CommandId command_id;
    std::string grant;
    PaperId paper_id;
};
BOOST_DESCRIBE_STRUCT(ShowPaper, (), (command_id, grant, paper_id))

/// Sent only after the citizen agreed; `agreed` false records the refusal and drops the paper.
struct Print {
    static constexpr std::string_view type = "print";
    static constexpr std::string_view schema_name = "FromPagePrint";
    CommandId command_id;
    std::string grant;
    PaperId paper_id;
    PrintOptions options;
    bool agreed{};
};
BOOST_DESCRIBE_STRUCT(Print, (), (command_id, grant, paper_id, options, agreed))

struct CancelPrint {
    static constexpr std::string_view type = "cancel_print";
    static constexpr std::string_view schema_name = "FromPageCancelPrint";
    CommandId command_id;
};
BOOST_DESCRIBE_STRUCT(CancelPrint, (), (command_id))

/// Everything of the last person goes, now. The page tells what it dropped itself.
struct Wipe {
    static constexpr std::string_view type = "wipe";
    static constexpr std::string_view schema_name = "FromPageWipe";
    std::optional<InterviewId> interview_id;
    std::string reason; // ended, abandoned
    std::int64_t page_papers{};
};
BOOST_DESCRIBE_STRUCT(Wipe, (), (interview_id, reason, page_papers))

struct RunSelfTest {
    static constexpr std::string_view type = "run_self_test";
    static constexpr std::string_view schema_name = "FromPageRunSelfTest";
};
BOOST_DESCRIBE_STRUCT(RunSelfTest, (), ())

} // namespace from_page
} // namespace parvis::kiosk_protocol
