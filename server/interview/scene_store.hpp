// SPDX-License-Identifier: EUPL-1.2
// Reads everything that boards are made of. Inside a read transaction; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/interview/scene.hpp"

namespace parvis::interview {

/// Unknown ids of the request are left out.
Scene read_scene(db::Session& session, SceneRequest const& request);

} // namespace parvis::interview
