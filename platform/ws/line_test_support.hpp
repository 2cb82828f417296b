// SPDX-License-Identifier: EUPL-1.2
// A line to a port on loopback that can be cut, frozen, closed and led elsewhere.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parvis::ws::testing {

class Line {
  public:
    Line(boost::asio::io_context& context, std::uint16_t to) : io_(context), to_(to), acceptor_(context) {
        open();
    }
    ~Line() {
        *alive_ = false;
        cut();
    }

    std::string url() const { return "ws://127.0.0.1:" + std::to_string(port_) + "/link"; }
    void lead_to(std::uint16_t port) { to_ = port; }
    /// Breaks every connection; new ones are fine.
    void cut() {
        for (auto const& pair : std::exchange(pairs_, {})) {
            pair->near.close();
            pair->far.close();
        }
    }
    /// Takes connections and bytes, passes nothing on.
    void freeze() { is_frozen_ = true; }
    void thaw() {
        is_frozen_ = false;
        cut();
    }
    void close() { acceptor_.close(); }
    void open() {
        boost::asio::ip::tcp::endpoint const here(boost::asio::ip::make_address("127.0.0.1"), port_);
        acceptor_.open(here.protocol());
        acceptor_.set_option(boost::asio::ip::tcp::acceptor::reuse_address(true));
        acceptor_.bind(here);
        acceptor_.listen();
        port_ = acceptor_.local_endpoint().port();
        accept();
    }

  private:
    using Socket = boost::asio::ip::tcp::socket;
    struct Pair {
        Socket near;
        Socket far;
        std::array<char, 65536> outward{};
        std::array<char, 65536> inward{};
    };

    void accept() {
        acceptor_.async_accept([this, alive = alive_](boost::system::error_code error, Socket socket) {
            if (error || !*alive) {
                return;
            }
            auto pair = std::make_shared<Pair>(std::move(socket), Socket(io_));
            pairs_.push_back(pair);
            if (!is_frozen_) {
                boost::system::error_code refused;
                pair->far.connect({boost::asio::ip::make_address("127.0.0.1"), to_}, refused);
            }
            pump(pair, pair->near, pair->far, pair->outward);
            pump(pair, pair->far, pair->near, pair->inward);
            accept();
        });
    }

    void pump(std::shared_ptr<Pair> const& pair, Socket& from, Socket& to, std::array<char, 65536>& buffer) {
        from.async_read_some(boost::asio::buffer(buffer),
                             [this, alive = alive_, pair, &from, &to,
                              &buffer](boost::system::error_code error, std::size_t bytes) {
                                 if (!*alive) {
                                     return;
                                 }
                                 if (error) {
                                     if (!is_frozen_) {
                                         pair->near.close();
                                         pair->far.close();
                                     }
                                     return;
                                 }
                                 if (is_frozen_) {
                                     pump(pair, from, to, buffer);
                                     return;
                                 }
                                 boost::asio::async_write(to, boost::asio::buffer(buffer, bytes),
                                                          [this, alive, pair, &from, &to,
                                                           &buffer](boost::system::error_code, std::size_t) {
                                                              if (*alive) {
                                                                  pump(pair, from, to, buffer);
                                                              }
                                                          });
                             });
    }

    boost::asio::io_context& io_;
    std::uint16_t to_;
    std::uint16_t port_ = 0;
    boost::asio::ip::tcp::acceptor acceptor_;
    bool is_frozen_ = false;
    std::vector<std::shared_ptr<Pair>> pairs_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace parvis::ws::testing
