// SPDX-License-Identifier: EUPL-1.2
#include "bench/queue/queue_town_store.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/time/zone.hpp"
#include "server/identity/pairing_store.hpp"
#include "server/migrations/migrations.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/queue_store.hpp"
#include "server/queue/wall_service.hpp"

#include <filesystem>
#include <stdexcept>

namespace parvis::bench {

using queue::QueueTicket;

namespace {

constexpr char paris[] = "Europe/Paris";
constexpr char password[] = "une phrase assez longue";

} // namespace

QueueTown::QueueTown(std::string const& url, Instant now, QueueTownSize size, std::size_t sessions)
    : database(db::Database::open(url, sessions, nullptr).value()), clock(now), queue(*database, clock, feed),
      accounts_(
          *database, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost) {
    database->migrate(server_migrations(), std::filesystem::temp_directory_path().string()).value();
    furnish(size);
    for (int i = 0; i < size.advisers; ++i) {
        staff.push_back(hire("a" + std::to_string(i), identity::Role::adviser));
    }
}

void QueueTown::come(db::Session& session, std::mt19937& random) {
    auto const place = random() % sites.size();
    auto const now = clock.now();
    QueueTicket ticket;
    ticket.ticket_id = queue::TicketId::make(now);
    ticket.network_id = network_;
    ticket.site_id = sites[place];
    ticket.offer_id = offers_[place];
    ticket.partner_id = partner_;
    ticket.group_id = group_;
    ticket.subject = "family";
    ticket.day = to_local(now, paris).date();
    ticket.number = queue::give_number(session, ticket.site_id, ticket.day, std::nullopt);
    ticket.state = queue::TicketState::waiting;
    ticket.arrived_at = now - std::chrono::seconds(random() % 3'600);
    if (random() % 5 == 0) {
        ticket.appointment_id = scheduling::AppointmentId::make(now);
        ticket.appointment_at = now + std::chrono::minutes(random() % 60) - std::chrono::minutes(30);
    }
    ticket.place_at = queue::place_for(ticket.arrived_at,
                                       queue::last_place(session, group_, ticket.site_id, ticket.arrived_at));
    queue::insert_ticket(session, ticket, now);
}

void QueueTown::write(std::function<void(db::Session&)> const& change) {
    while (!database->write([&](db::Session& session) -> Result<void> {
        change(session);
        return {};
    })) {
    }
}

int QueueTown::open_tickets() {
    auto const open = database->read([&](db::Session& session) -> Result<std::vector<QueueTicket>> {
        return queue::open_tickets_of(session, group_);
    });
    return static_cast<int>(open->size());
}

std::vector<std::string> QueueTown::sign_in(int count) {
    std::vector<std::string> tokens;
    for (int i = 0; i < count; ++i) {
        tokens.push_back(
            accounts_.sign_in("a" + std::to_string(i) + "@exemple.fr", password, "127.0.0.1").value().token);
    }
    return tokens;
}

void QueueTown::pair_kiosks(std::vector<std::string> const& public_keys) {
    write([&](db::Session& session) {
        for (std::size_t i = 0; i < public_keys.size(); ++i) {
            if (!identity::set_kiosk_key(session, kiosks.at(i), public_keys[i], clock.now())) {
                throw std::runtime_error("a kiosk could not be paired");
            }
        }
    });
}

std::vector<std::string> QueueTown::hang_up_screens(int count) {
    queue::WallService walls(*database, clock, [](queue::WallId const&) {});
    auto const technician = hire("technicien", identity::Role::technician);
    std::vector<std::string> secrets;
    for (int i = 0; i < count; ++i) {
        queue::MakeWall wish;
        wish.site_id = sites[static_cast<std::size_t>(i)];
        wish.name = "Écran";
        secrets.push_back(walls.make(technician, queue::WallId::make(clock.now()), wish).value().secret);
    }
    return secrets;
}

void QueueTown::furnish(QueueTownSize size) {
    auto const now = clock.now();
    network_ = NetworkId::make(now);
    partner_ = PartnerId::make(now);
    group_ = network::AdviserGroupId::make(now);
    auto const territory = network::TerritoryId::make(now);
    write([&](db::Session& session) {
        sites.clear();
        kiosks.clear();
        offers_.clear();
        network::add_network(session, {network_, "Mesure", paris, false});
        network::add_territory(session, network_, territory, "Mesure");
        network::add_subject(session, network_, {"family", {"Ma famille", "My family"}, "family", 1});
        network::add_partner(session, network_, {partner_, "CAF", {"CAF", "CAF"}});
        network::add_group(session, network_, partner_, group_, "CAF");
        for (int i = 0; i < size.sites; ++i) {
            add_place(session, territory, "Mairie " + std::to_string(i));
        }
    });
    std::mt19937 random(1);
    write([&](db::Session& session) {
        for (int i = 0; i < size.people; ++i) {
            come(session, random);
        }
    });
}

void QueueTown::add_place(db::Session& session, network::TerritoryId const& territory,
                          std::string const& name) {
    auto const now = clock.now();
    auto const site = SiteId::make(now);
    network::add_site(session, network_, territory,
                      {site, name, name, "1 place", "05 65 00 00 00", paris, {}});
    auto const kiosk = KioskId::make(now);
    network::add_kiosk(session, network_, site, network::RoomId::make(now), {kiosk, "Borne", "Salle"});
    kiosks.push_back(kiosk);
    network::Offer offer;
    offer.offer_id = OfferId::make(now);
    offer.network_id = network_;
    offer.site_id = site;
    offer.partner_id = partner_;
    offer.group_id = group_;
    offer.subject = "family";
    network::add_offer(session, offer);
    sites.push_back(site);
    offers_.push_back(offer.offer_id);
}

identity::Caller QueueTown::hire(std::string const& name, identity::Role role) {
    identity::NewAccount wanted;
    wanted.email = name + "@exemple.fr";
    wanted.name = name;
    wanted.language = "fr";
    wanted.password = password;
    wanted.network_id = network_;
    wanted.role = role;
    if (role == identity::Role::adviser) {
        wanted.partner_id = partner_;
        wanted.group_ids = {group_};
    }
    auto const view = accounts_.create_from_console(wanted).value();
    return {view.account_id, view.name, view.language, view.memberships};
}

} // namespace parvis::bench
