#pragma once

#include <optional>
#include <string>
#include <vector>

#include "images/pixels.h"

namespace pes {

/// The part of a picture that is shown.
enum class Crop { whole, square, portrait };

/// What a theme asks of pictures, in theme.yml.
struct ImageSpecs {
  std::vector<int> widths = {480, 960, 1440};  ///< Pixels, rising.
  std::string sizes = "100vw";                 ///< The attribute `sizes` of pictures in a text.
  std::vector<Crop> crops;                     ///< Made where a record gives a focal point.
};

/// The point of a picture that every crop must hold.
///
/// Units: percent from the left and from the top.
struct FocalPoint {
  int x = 50;
  int y = 50;
};

/// A picture that can be published.
struct ImageFacts {
  int width = 0;  ///< Pixels, upright.
  int height = 0;
  std::string digest;  ///< SHA-256 of the file.
};

/// One file that is published in place of a picture.
struct Derivative {
  Rendition rendition;
  std::string path;  ///< Below the output folder: "medias/0f3c….webp".
};

/// A picture at several widths and in both encodings.
struct ImageSet {
  std::string source;  ///< Below content/medias/.
  Region region;
  std::vector<Derivative> files;  ///< By rising width, each as JPEG and as WebP.

  /// The JPEG that stands for the picture where only one can: the widest up to 960 pixels.
  [[nodiscard]] const Derivative& fallback() const;
  [[nodiscard]] const Derivative& widest() const;
};

/// Names what will be made of a picture, without making it. Nothing is wider than its source.
///
/// Shape:  the names follow from the bytes of the source, the region, the width and the encoding,
///         and hold nothing of the name of the source.
ImageSet plan_images(const std::string& source, const ImageFacts& facts, Crop crop,
                     FocalPoint focus, const ImageSpecs& specs);

/// The largest part of a picture that a crop allows, as near to the focal point as it goes. A
/// square is 1:1, a portrait 4:5.
Region crop_region(int width, int height, Crop crop, FocalPoint focus);

}  // namespace pes
