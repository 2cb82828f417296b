// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/usb_monitor.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <linux/netlink.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace parvis::kiosk {
namespace {

/// MurmurHash2 with seed 0, by which the kernel's filter knows subsystems.
std::uint32_t hash_of(std::string_view text) {
    constexpr std::uint32_t multiplier = 0x5bd1e995;
    auto hash = static_cast<std::uint32_t>(text.size());
    for (; text.size() >= 4; text.remove_prefix(4)) {
        std::uint32_t part = 0;
        std::memcpy(&part, text.data(), 4);
        part *= multiplier;
        hash = (hash * multiplier) ^ ((part ^ (part >> 24)) * multiplier);
    }
    for (std::size_t at = text.size(); at > 0; --at) {
        hash ^= static_cast<std::uint32_t>(static_cast<unsigned char>(text[at - 1])) << (8 * (at - 1));
    }
    if (!text.empty()) {
        hash *= multiplier;
    }
    hash = (hash ^ (hash >> 13)) * multiplier;
    return hash ^ (hash >> 15);
}

/// What udevd tells every listener, in the layout of libudev's monitor messages.
struct MonitorHeader {
    std::array<char, 8> prefix{'l', 'i', 'b', 'u', 'd', 'e', 'v', '\0'};
    std::uint32_t magic = htonl(0xfeedcafe);
    std::uint32_t header_size = sizeof(MonitorHeader);
    std::uint32_t properties_offset = sizeof(MonitorHeader);
    std::uint32_t properties_size = 0;
    std::uint32_t subsystem_hash = 0;
    std::uint32_t device_type_hash = 0;
    std::uint32_t tag_bloom_high = 0;
    std::uint32_t tag_bloom_low = 0;
};

/// Speaks to udev's listeners as its daemon does. False where this process may not.
bool announce(std::string const& action, std::string const& subsystem, std::string const& device_type) {
    auto const socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT);
    if (socket < 0) {
        return false;
    }
    std::string properties;
    for (auto const& property :
         {"ACTION=" + action, std::string("DEVPATH=/devices/parvis/usb1/1-1"), "SUBSYSTEM=" + subsystem,
          "DEVTYPE=" + device_type, std::string("SEQNUM=4242")}) {
        properties.append(property).push_back('\0');
    }
    MonitorHeader header;
    header.properties_size = static_cast<std::uint32_t>(properties.size());
    header.subsystem_hash = htonl(hash_of(subsystem));
    header.device_type_hash = htonl(hash_of(device_type));
    std::string message(reinterpret_cast<char const*>(&header), sizeof(header));
    message += properties;
    constexpr std::uint32_t listeners_of_udev = 2;
    sockaddr_nl to{};
    to.nl_family = AF_NETLINK;
    to.nl_groups = listeners_of_udev;
    auto const sent = ::sendto(socket, message.data(), message.size(), 0,
                               reinterpret_cast<sockaddr const*>(&to), sizeof(to));
    ::close(socket);
    return sent == static_cast<ssize_t>(message.size());
}

class UsbMonitorTest : public testing::Test {
  protected:
    void SetUp() override {
        if (::geteuid() != 0) {
            GTEST_SKIP() << "only root may speak in udev's place";
        }
        ASSERT_TRUE(monitor.listening());
    }
    int changes_within(std::chrono::milliseconds longest) {
        io.restart();
        auto const until = std::chrono::steady_clock::now() + longest;
        auto const before = changes;
        while (changes == before && io.run_one_until(until) > 0) {
        }
        return changes - before;
    }

    boost::asio::io_context io;
    int changes = 0;
    UsbMonitor monitor{io, [this] { ++changes; }};
};

TEST_F(UsbMonitorTest, hears_that_a_device_was_plugged_in_and_pulled_out) {
    ASSERT_TRUE(announce("add", "usb", "usb_device"));
    EXPECT_EQ(changes_within(std::chrono::seconds(5)), 1);
    ASSERT_TRUE(announce("remove", "usb", "usb_device"));
    EXPECT_EQ(changes_within(std::chrono::seconds(5)), 1);
}

TEST_F(UsbMonitorTest, is_not_disturbed_by_other_devices_or_by_what_only_changes) {
    ASSERT_TRUE(announce("add", "block", "disk"));
    ASSERT_TRUE(announce("change", "usb", "usb_device"));
    ASSERT_TRUE(announce("add", "usb", "usb_device"));
    changes_within(std::chrono::seconds(5));
    io.restart();
    io.poll();
    EXPECT_EQ(changes, 1);
}

} // namespace
} // namespace parvis::kiosk
