// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/devices/private_folder.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <netinet/in.h>
#include <sstream>
#include <stdexcept>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parvis::devices {

PrivateFolder::PrivateFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "parvis-devices-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder " + pattern);
    }
    path_ = pattern;
    std::filesystem::permissions(path_, std::filesystem::perms(0755));
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string run(std::string const& command) {
    auto* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error("cannot run " + command);
    }
    std::string printed;
    std::array<char, 4096> buffer{};
    while (auto const got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        printed.append(buffer.data(), got);
    }
    if (::pclose(pipe) != 0) {
        throw std::runtime_error("failed: " + command + "\n" + printed);
    }
    return printed;
}

std::string run_script(std::string const& script_and_arguments) {
    return run(PARVIS_DEVICE_SCRIPTS "/" + script_and_arguments);
}

std::string own_loopback_address() {
    auto const pid = static_cast<unsigned>(::getpid());
    return "127." + std::to_string(1 + pid / 62500 % 250) + "." + std::to_string(1 + pid / 250 % 250) + "." +
           std::to_string(1 + pid % 250);
}

int free_port() {
    auto const descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    auto const bound =
        ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0;
    ::close(descriptor);
    if (!bound) {
        throw std::runtime_error("no free port");
    }
    return ntohs(address.sin_port);
}

void write_text(std::filesystem::path const& file, std::string const& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush()) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

std::string read_text(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace parvis::devices
