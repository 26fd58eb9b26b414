"""Calendar files (RFC 5545, RFC 7986) that other programs subscribe to: values in, bytes out."""
