#include "editor_remarks.h"

#include <fmt/format.h>

#include "schema/cms_config.h"

namespace pes {

void remark_left_out(const KnownValues& known, const Console& console) {
  const std::vector<std::string> paths = fields_left_out(known);
  if (paths.empty()) return;
  Console::complain(fmt::format(
      fmt::runtime(console.say(
          {"pes: l'éditeur en ligne laisse de côté {} : ce champ est écrit de plusieurs façons "
           "(« 12 » et « {{valeur: 12}} », « 2 600 », « 12,5 »). Écrivez-le partout pareil.\n",
           "pes: the online editor leaves out {}: this field is written in several ways (12 and "
           "{{valeur: 12}}, \"2 600\", \"12,5\"). Write it everywhere alike.\n"})),
      fmt::join(paths, ", ")));
}

}  // namespace pes
