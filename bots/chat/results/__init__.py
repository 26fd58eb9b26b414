"""What chat adds to the results of use cases, and what its questions are about: values without words."""
