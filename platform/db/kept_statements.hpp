// SPDX-License-Identifier: EUPL-1.2
// What one connection has prepared under its text. For the sources of platform/db and kept.hpp only.
#pragma once

#include <soci/soci.h>

#include <map>
#include <string>

namespace parvis::db {

/// Goes before its connection. One thread at a time, as the connection.
class KeptStatements {
  public:
    /// One use of a statement, prepared if it was not: nothing is bound to it before, nor afterwards.
    class Use {
      public:
        /// Throws soci::soci_error.
        Use(KeptStatements& kept, soci::session& sql, std::string const& query);
        ~Use() { statement_.bind_clean_up(); }
        Use(Use const&) = delete;
        Use& operator=(Use const&) = delete;
        soci::statement& statement() const { return statement_; }

      private:
        soci::statement& statement_;
    };

  private:
    soci::statement& find(soci::session& sql, std::string const& query);
    std::map<std::string, soci::statement> statements_;
};

} // namespace parvis::db
