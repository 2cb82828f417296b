// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/devices/decode_jpeg.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <jpeglib.h>
#include <stdexcept>

namespace parvis::devices {

namespace {
[[noreturn]] void refuse(j_common_ptr common) {
    std::array<char, JMSG_LENGTH_MAX> message{};
    common->err->format_message(common, message.data());
    throw std::runtime_error(message.data());
}

void refuse_warnings(j_common_ptr common, int level) {
    if (level < 0) {
        refuse(common);
    }
}
} // namespace

Pixels decode_jpeg(std::span<std::byte const> file) {
    jpeg_error_mgr errors{};
    jpeg_decompress_struct from{};
    from.err = jpeg_std_error(&errors);
    errors.error_exit = refuse;
    errors.emit_message = refuse_warnings;
    jpeg_create_decompress(&from);
    Pixels out;
    try {
        jpeg_mem_src(&from, reinterpret_cast<unsigned char const*>(file.data()), file.size());
        jpeg_read_header(&from, TRUE);
        jpeg_start_decompress(&from);
        out.width = static_cast<int>(from.output_width);
        out.height = static_cast<int>(from.output_height);
        out.channels = from.output_components;
        out.resolution = from.density_unit == 1 ? from.X_density : 0;
        auto const row_size = std::size_t{from.output_width} * static_cast<std::size_t>(out.channels);
        out.samples.resize(row_size * from.output_height);
        while (from.output_scanline < from.output_height) {
            JSAMPROW rows[] = {out.samples.data() + row_size * from.output_scanline};
            jpeg_read_scanlines(&from, rows, 1);
        }
        jpeg_finish_decompress(&from);
    } catch (...) {
        jpeg_destroy_decompress(&from);
        throw;
    }
    jpeg_destroy_decompress(&from);
    return out;
}

Pixels read_pnm(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string magic;
    in >> magic;
    Pixels out;
    out.channels = magic == "P6" ? 3 : 1;
    std::array<int, 3> numbers{};
    for (auto& number : numbers) {
        while ((in >> std::ws).peek() == '#') {
            std::string comment;
            std::getline(in, comment);
        }
        in >> number;
    }
    in.get();
    if (!in || (magic != "P5" && magic != "P6") || numbers[2] != 255) {
        throw std::runtime_error(file.string() + " is no 8-bit PGM or PPM");
    }
    out.width = numbers[0];
    out.height = numbers[1];
    out.samples.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) *
                       static_cast<std::size_t>(out.channels));
    in.read(reinterpret_cast<char*>(out.samples.data()), static_cast<std::streamsize>(out.samples.size()));
    if (!in) {
        throw std::runtime_error(file.string() + " is too short");
    }
    return out;
}

void write_pnm(std::filesystem::path const& file, Pixels const& pixels) {
    std::ofstream out(file, std::ios::binary);
    out << (pixels.channels == 3 ? "P6" : "P5") << '\n' << pixels.width << ' ' << pixels.height << "\n255\n";
    out.write(reinterpret_cast<char const*>(pixels.samples.data()),
              static_cast<std::streamsize>(pixels.samples.size()));
}

double mean_difference(Pixels const& one, Pixels const& other) {
    if (one.samples.size() != other.samples.size() || one.width != other.width) {
        throw std::runtime_error("the pictures have different shapes");
    }
    double sum = 0;
    for (std::size_t index = 0; index < one.samples.size(); ++index) {
        sum += std::abs(static_cast<int>(one.samples[index]) - static_cast<int>(other.samples[index]));
    }
    return sum / static_cast<double>(one.samples.size());
}

} // namespace parvis::devices
