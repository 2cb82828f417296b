// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/jpeg_stream.hpp"

#include <array>
#include <cstdio>
#include <jpeglib.h>
#include <stdexcept>
#include <utility>
#include <vector>

namespace parvis::kiosk {

namespace {
constexpr int quality = 80;
constexpr int half_colour_from_resolution = 300;

[[noreturn]] void throw_message(j_common_ptr common) {
    std::array<char, JMSG_LENGTH_MAX> message{};
    common->err->format_message(common, message.data());
    throw std::runtime_error(message.data());
}
} // namespace

struct JpegStream::Encoder {
    jpeg_compress_struct compress{};
    jpeg_error_mgr errors{};
    jpeg_destination_mgr destination{};
    std::array<std::uint8_t, 32768> buffer{};
    OnBytes on_bytes;

    Encoder() = default;
    ~Encoder() { jpeg_destroy_compress(&compress); }
    Encoder(Encoder const&) = delete;
    Encoder& operator=(Encoder const&) = delete;

    static Encoder& of(j_compress_ptr from) { return *static_cast<Encoder*>(from->client_data); }

    void rewind() {
        destination.next_output_byte = buffer.data();
        destination.free_in_buffer = buffer.size();
    }
};

JpegStream::JpegStream(JpegFormat const& format, OnBytes on_bytes) : encoder_(std::make_unique<Encoder>()) {
    auto& encoder = *encoder_;
    encoder.on_bytes = std::move(on_bytes);
    auto& compress = encoder.compress;
    compress.err = jpeg_std_error(&encoder.errors);
    encoder.errors.error_exit = throw_message;
    compress.client_data = &encoder;
    jpeg_create_compress(&compress);
    encoder.destination.init_destination = [](j_compress_ptr from) { Encoder::of(from).rewind(); };
    encoder.destination.empty_output_buffer = [](j_compress_ptr from) -> boolean {
        auto& self = Encoder::of(from);
        self.on_bytes(self.buffer);
        self.rewind();
        return TRUE;
    };
    encoder.destination.term_destination = [](j_compress_ptr from) {
        auto& self = Encoder::of(from);
        self.on_bytes(std::span(self.buffer).first(self.buffer.size() - self.destination.free_in_buffer));
    };
    compress.dest = &encoder.destination;
    compress.image_width = static_cast<JDIMENSION>(format.width);
    compress.image_height = static_cast<JDIMENSION>(format.height);
    compress.input_components = format.channels;
    compress.in_color_space = format.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, quality, TRUE);
    if (format.resolution < half_colour_from_resolution) {
        compress.comp_info[0].h_samp_factor = 1;
        compress.comp_info[0].v_samp_factor = 1;
    }
    if (format.resolution > 0) {
        constexpr UINT8 dots_per_inch = 1;
        compress.density_unit = dots_per_inch;
        compress.X_density = static_cast<UINT16>(format.resolution);
        compress.Y_density = static_cast<UINT16>(format.resolution);
    }
    jpeg_start_compress(&compress, TRUE);
}

JpegStream::~JpegStream() = default;

bool JpegStream::add_row(std::span<std::uint8_t const> row) {
    auto& compress = encoder_->compress;
    if (compress.next_scanline >= compress.image_height) {
        return false;
    }
    JSAMPROW rows[] = {const_cast<JSAMPROW>(row.data())};
    jpeg_write_scanlines(&compress, rows, 1);
    return true;
}

void JpegStream::finish() {
    auto& compress = encoder_->compress;
    auto const samples =
        std::size_t{compress.image_width} * static_cast<std::size_t>(compress.input_components);
    std::vector<std::uint8_t> const white(samples, 255);
    while (add_row(white)) {
    }
    jpeg_finish_compress(&compress);
}

int JpegStream::rows() const {
    return static_cast<int>(encoder_->compress.next_scanline);
}

} // namespace parvis::kiosk
