#include "run.h"

int main(int argc, char** argv) { return pes::run({argv + 1, argv + argc}); }
