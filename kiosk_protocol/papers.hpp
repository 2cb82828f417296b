// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <string_view>
#include <variant>

namespace parvis::kiosk_protocol {

enum class ScanSource { flatbed, feeder, feeder_both_sides };
BOOST_DESCRIBE_ENUM(ScanSource, flatbed, feeder, feeder_both_sides)

enum class Colour { grey, colour };
BOOST_DESCRIBE_ENUM(Colour, grey, colour)

/// What the adviser orders from the scanner. The area is A4, or the device's largest where that is smaller.
struct ScanOptions {
    ScanSource source = ScanSource::flatbed;
    int resolution = 300; ///< dots per inch: 150, 200, 300 or 600
    Colour colour = Colour::colour;

    bool operator==(ScanOptions const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScanOptions, (), (source, resolution, colour))

/// How a scan ended. Each failure of a scanner has its own word; `finished` is the only success.
enum class ScanStatus {
    finished,
    cancelled,
    device_busy,  ///< another program holds the scanner
    jammed,       ///< paper stuck in the feeder
    no_documents, ///< feeder empty before the first page
    cover_open,
    io_error, ///< the conversation with the scanner broke
    no_memory,
    access_denied, ///< this account may not use the scanner
    unsupported,   ///< the scanner cannot do what was asked; the detail says what
    invalid,       ///< the driver refused a setting or does not know the device
    hung,          ///< no sign of life within the time limit; the driver was killed
    crashed,       ///< the driver crashed; the next scan starts a new one
    device_lost    ///< no scanner is connected, or it went away
};
BOOST_DESCRIBE_ENUM(ScanStatus, finished, cancelled, device_busy, jammed, no_documents, cover_open, io_error,
                    no_memory, access_denied, unsupported, invalid, hung, crashed, device_lost)

/// Turns the page clockwise.
struct Rotate {
    static constexpr std::string_view type = "rotate";
    int degrees = 90; ///< 90, 180 or 270

    bool operator==(Rotate const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rotate, (), (degrees))

/// Keeps a part of the page. Fractions of the page's width and height as it is after the operations before
/// this one.
struct Crop {
    static constexpr std::string_view type = "crop";
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;

    bool operator==(Crop const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Crop, (), (left, top, width, height))

/// Sets crooked text upright. A page whose angle cannot be told stays as it is.
struct Deskew {
    static constexpr std::string_view type = "deskew";

    bool operator==(Deskew const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deskew, (), ())

/// Cuts off the empty margin around what is on the page. An empty page stays as it is.
struct AutoCrop {
    static constexpr std::string_view type = "auto_crop";

    bool operator==(AutoCrop const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AutoCrop, (), ())

/// Makes the page pure black and white, small and sharp for text. The page becomes a one-bit PNG.
struct BlackAndWhite {
    static constexpr std::string_view type = "black_and_white";

    bool operator==(BlackAndWhite const&) const = default;
};
BOOST_DESCRIBE_STRUCT(BlackAndWhite, (), ())

/// One step of the adviser's retouch. A list is applied in its order to the page as it was scanned.
using RetouchOperation = std::variant<Rotate, Crop, Deskew, AutoCrop, BlackAndWhite>;

enum class Sides { one, long_edge, short_edge };
BOOST_DESCRIBE_ENUM(Sides, one, long_edge, short_edge)

/// What the adviser orders from the printer.
struct PrintOptions {
    int copies = 1; ///< 1 to 20
    Sides sides = Sides::one;
    Colour colour = Colour::grey;
    std::string pages; ///< "1-3,5"; empty means all

    bool operator==(PrintOptions const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrintOptions, (), (copies, sides, colour, pages))

/// What becomes of a print order. `completed`, `cancelled`, `failed`, `not_accepting` and `unknown_outcome`
/// are final; all others may change. `completed` means that paper came out as far as the printer can say.
enum class PrintState {
    sending, ///< the document goes to the print service
    waiting, ///< behind other jobs, or held
    printing,
    paper_out, ///< goes on by itself once paper is in
    jammed,
    cover_open,
    toner_low,       ///< told once, does not stop the print
    printer_stopped, ///< paused or out of order: somebody must start it again
    printer_offline, ///< does not answer
    not_accepting,   ///< the queue refuses jobs: nothing was printed
    completed,
    cancelled,
    failed,         ///< nothing, or not everything, was printed
    unknown_outcome ///< no answer within the time limit: the order was taken back, look at the printer
};
BOOST_DESCRIBE_ENUM(PrintState, sending, waiting, printing, paper_out, jammed, cover_open, toner_low,
                    printer_stopped, printer_offline, not_accepting, completed, cancelled, failed,
                    unknown_outcome)

/// True when nothing more will follow.
constexpr bool is_final(PrintState state) {
    return state == PrintState::not_accepting || state == PrintState::completed ||
           state == PrintState::cancelled || state == PrintState::failed ||
           state == PrintState::unknown_outcome;
}

} // namespace parvis::kiosk_protocol
