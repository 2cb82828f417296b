// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_board_hub.hpp"

#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::queue {

namespace {

/// Changes within it are told together.
constexpr std::chrono::milliseconds pause_between{150};
constexpr std::chrono::seconds retry_after{1};
constexpr std::chrono::seconds look_again_after{20};

template <class Message>
boost::json::object message_of(Message const& message) {
    return json::encode(message).get_object();
}

} // namespace

QueueBoardHub::QueueBoardHub(Surroundings surroundings)
    : with_(std::move(surroundings)), pause_(with_.workers.io()), again_(with_.workers.io()),
      kiosks_(with_.tell_kiosk) {}

void QueueBoardHub::start() {
    again_.expires_after(look_again_after);
    again_.async_wait([this, weak = std::weak_ptr(alive_)](boost::system::error_code cancelled) {
        // It may have run out just before it was cancelled, with its handler still to come.
        if (!cancelled && !weak.expired()) {
            look_again();
            start();
        }
    });
}

void QueueBoardHub::stop() {
    alive_.reset();
    pause_.cancel();
    again_.cancel();
}

void QueueBoardHub::console_came(ws::LinkId const& link, identity::Caller const& caller) {
    consoles_.insert_or_assign(link, Console{caller, {}, {}, ""});
    with_.tell(link, message_of(to_console::HeldTicket{}));
    changed(groups_of(consoles_.at(link)));
}

void QueueBoardHub::desk_came(ws::LinkId const& link, SiteId const& site) {
    desks_.insert_or_assign(link, Desk{site, {}});
    read_place(site);
}

void QueueBoardHub::kiosk_came(ws::LinkId const& link, KioskId const& kiosk, SiteId const& site) {
    kiosks_.came(link, kiosk, site);
    read_place(site);
}

void QueueBoardHub::went(ws::LinkId const& link) {
    kiosks_.went(link);
    consoles_.erase(link);
    desks_.erase(link);
}

void QueueBoardHub::changed(std::vector<AdviserGroupId> const& groups) {
    dirty_.insert(groups.begin(), groups.end());
    if (!resting_) {
        read();
    }
}

void QueueBoardHub::attendance_changed() {
    auto on_duty = with_.on_duty();
    std::vector<std::pair<AdviserGroupId const, int>> changes;
    std::ranges::set_symmetric_difference(on_duty, on_duty_, std::back_inserter(changes));
    on_duty_ = std::move(on_duty);
    std::vector<AdviserGroupId> differ;
    std::ranges::transform(changes, std::back_inserter(differ),
                           [](auto const& change) { return change.first; });
    // An adviser may have joined a group, or left one.
    for (auto const& [link, console] : consoles_) {
        for (auto const& group : groups_of(console)) {
            if (!console.told.contains(group)) {
                differ.push_back(group);
            }
        }
    }
    if (!differ.empty()) {
        changed(differ);
    }
}

void QueueBoardHub::kiosks_changed() {
    auto const all = followed();
    changed({all.begin(), all.end()});
}

void QueueBoardHub::appointments_changed(std::vector<AdviserGroupId> const& groups) {
    for (auto const& [link, console] : consoles_) {
        auto const own = groups_of(console);
        for (auto const& group : groups) {
            if (std::ranges::find(own, group) != own.end()) {
                with_.tell(link, message_of(to_console::AppointmentsChanged{group}));
            }
        }
    }
}

void QueueBoardHub::look_again() {
    for (auto const& site : sites()) {
        read_place(site);
    }
    auto const all = followed();
    changed({all.begin(), all.end()});
}

std::vector<AdviserGroupId> QueueBoardHub::groups_of(Console const& console) const {
    return with_.groups_of(console.caller.account_id);
}

std::set<SiteId> QueueBoardHub::sites() const {
    auto all = with_.walls.sites();
    for (auto const& [link, desk] : desks_) {
        all.insert(desk.site);
    }
    all.merge(kiosks_.sites());
    return all;
}

std::set<AdviserGroupId> QueueBoardHub::followed() const {
    std::set<AdviserGroupId> all;
    for (auto const& [link, console] : consoles_) {
        auto const groups = groups_of(console);
        all.insert(groups.begin(), groups.end());
    }
    for (auto const& site : sites()) {
        if (auto const place = places_.find(site); place != places_.end()) {
            for (auto const& offer : place->second->offers) {
                all.insert(offer.group_id);
            }
        }
    }
    return all;
}

void QueueBoardHub::read_place(SiteId const& site) {
    with_.workers.submit([&queue = with_.queue, site] { return queue.place_of(site); },
                         [this, weak = std::weak_ptr(alive_), site](Result<WallPlace> place) {
                             if (weak.expired() || !place) {
                                 return;
                             }
                             auto const known = std::make_shared<WallPlace const>(std::move(*place));
                             places_.insert_or_assign(site, known);
                             with_.walls.keep(known);
                             std::vector<AdviserGroupId> groups;
                             std::ranges::transform(known->offers, std::back_inserter(groups),
                                                    &network::Offer::group_id);
                             changed(groups);
                             with_.walls.tell_all();
                         });
}

std::vector<BoardWish> QueueBoardHub::wishes() {
    std::map<AdviserGroupId, BoardWish> wanted;
    auto const all = followed();
    for (auto const& group : dirty_) {
        if (all.contains(group)) {
            wanted.emplace(group, BoardWish{group, {}, {}, {}});
        }
    }
    dirty_.clear();
    auto const walls = with_.walls.sites();
    std::set<SiteId> desks;
    for (auto const& [link, desk] : desks_) {
        desks.insert(desk.site);
    }
    for (auto const& [site, place] : places_) {
        auto const kiosks = kiosks_.kiosks_at(site);
        for (auto const& offer : place->offers) {
            auto const wish = wanted.find(offer.group_id);
            if (wish == wanted.end()) {
                continue;
            }
            if (desks.contains(site)) {
                wish->second.desks.insert(site);
            }
            if (walls.contains(site)) {
                wish->second.walls.emplace(site, place);
            }
            for (auto const& kiosk : kiosks) {
                wish->second.kiosks.emplace(kiosk, place);
            }
        }
    }
    std::vector<BoardWish> list;
    for (auto& [group, wish] : wanted) {
        list.push_back(std::move(wish));
    }
    return list;
}

void QueueBoardHub::read() {
    auto list = wishes();
    if (list.empty() || !alive_) {
        return;
    }
    resting_ = true;
    with_.workers.submit([&queue = with_.queue, list = std::move(list)] { return queue.boards(list); },
                         [this, weak = std::weak_ptr(alive_)](Result<std::vector<LineBoard>> boards) {
                             if (!weak.expired()) {
                                 arrived(std::move(boards));
                             }
                         });
}

void QueueBoardHub::arrived(Result<std::vector<LineBoard>> boards) {
    if (!boards) {
        log::error("lines_unreadable", {{"reason", boards.error().reason}});
        dirty_ = followed();
        rest(retry_after);
        return;
    }
    for (auto& board : *boards) {
        tell_consoles(board);
        tell_desks(board);
        for (auto& [site, line] : board.at_walls) {
            with_.walls.take(site, std::move(line));
        }
        for (auto const& [kiosk, part] : board.at_kiosks) {
            kiosks_.take(kiosk, board.group_id, part);
        }
    }
    with_.walls.tell_all();
    kiosks_.tell_all();
    rest(pause_between);
}

void QueueBoardHub::rest(std::chrono::milliseconds pause) {
    pause_.expires_after(pause);
    pause_.async_wait([this, weak = std::weak_ptr(alive_)](boost::system::error_code cancelled) {
        if (!cancelled && !weak.expired()) {
            resting_ = false;
            if (!dirty_.empty()) {
                read();
            }
        }
    });
}

void QueueBoardHub::tell_consoles(LineBoard const& board) {
    auto said = std::make_shared<Said>();
    said->message = message_of(to_console::QueueLine{board.for_advisers});
    said->text = json::serialize(said->message);
    for (auto& [link, console] : consoles_) {
        auto const groups = groups_of(console);
        bool const is_theirs = std::ranges::find(groups, board.group_id) != groups.end() &&
                               console.caller.adviser_for(board.partner_id) != nullptr;
        if (!is_theirs) {
            continue;
        }
        auto& told = console.told[board.group_id];
        if (!told || told->text != said->text) {
            told = said;
            with_.tell(link, said->message);
        }
        tell_held(link, console, board);
    }
}

void QueueBoardHub::tell_held(ws::LinkId const& link, Console& console, LineBoard const& board) {
    if (auto const held = board.held.find(console.caller.account_id); held != board.held.end()) {
        console.held.insert_or_assign(board.group_id, held->second);
    } else {
        console.held.erase(board.group_id);
    }
    to_console::HeldTicket message;
    if (!console.held.empty()) {
        message.ticket = console.held.begin()->second;
    }
    auto encoded = message_of(message);
    auto text = message.ticket ? json::serialize(encoded) : std::string();
    if (text != console.told_held) {
        console.told_held = std::move(text);
        with_.tell(link, std::move(encoded));
    }
}

void QueueBoardHub::tell_desks(LineBoard const& board) {
    for (auto& [link, desk] : desks_) {
        auto const part = board.at_desks.find(desk.site);
        if (part == board.at_desks.end()) {
            continue;
        }
        auto message = message_of(to_console::QueueLine{part->second});
        auto text = json::serialize(message);
        if (auto& told = desk.told[board.group_id]; told != text) {
            told = std::move(text);
            with_.tell(link, std::move(message));
        }
    }
}

} // namespace parvis::queue
